/** Runs one step and prints its name with the seconds it took; a failing step names itself. */
export async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  try {
    const result = await work();
    console.log(`${seconds()} s  ${name}`);
    return result;
  } catch (error) {
    console.log(`${seconds()} s  ${name}: FAILED`);
    throw error;
  }
}
