// The program that bench/bulk runs where projen is installed. Arguments: the package projen, a scratch folder, seconds to
// warm up, seconds to measure. Prints how many projects it has written in each second of cpu and of wall time.
process.env.PROJEN_DISABLE_POST = "1"; // no 'npm install' behind it
console.log = () => {}; // it tells of every file
const [, , home, scratch, warm, measured] = process.argv;
const path = require("path");
const { NodeProject } = require(path.join(home, "lib", "javascript"));

let number = 0;
function work(seconds) {
  const end = process.hrtime.bigint() + BigInt(Math.round(seconds * 1e9));
  let done = 0;
  while (process.hrtime.bigint() < end) {
    const outdir = path.join(scratch, String(number++ % 28)); // as many as there are examples, written again and again
    require("fs").mkdirSync(outdir, { recursive: true });
    new NodeProject({ name: "otto", defaultReleaseBranch: "main", release: true, jest: false, outdir }).synth();
    done++;
  }
  return done;
}

work(Number(warm));
const cpu = process.cpuUsage();
const start = process.hrtime.bigint();
const done = work(Number(measured));
const wall = Number(process.hrtime.bigint() - start) / 1e9;
const used = process.cpuUsage(cpu);
process.stdout.write(`${(done / ((used.user + used.system) / 1e6)).toFixed(1)} ${(done / wall).toFixed(1)}\n`);
