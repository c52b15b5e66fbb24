// Health check of the container: ends with 0 when the process inside is ready.
const { JIANDU_PORT = '7080' } = process.env;
const answer = await fetch(`http://127.0.0.1:${JIANDU_PORT}/health/ready`).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
