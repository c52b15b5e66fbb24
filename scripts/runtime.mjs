// Plain JavaScript on purpose: this file must run on whatever Node the machine has, to say what is missing.
const wanted = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < wanted) {
  const here = process.env.npm_lifecycle_event
    ? 'the npm package "node" was not set up: run "npm ci" here without --ignore-scripts'
    : 'start it through npm ("npm start", "npm test", "npx"), which uses the one in node_modules/.bin';
  console.error(`Jiandu runs on Node ${wanted}, this is Node ${process.versions.node}; ${here}.`);
  process.exit(1);
}
