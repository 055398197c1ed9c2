// Says what a tag would do, from the tables that TagTables.java writes. It decides what TagSimulator.java decides:
// SimulatorTest compares the two for many tags.
"use strict";

/** The answer for a tag, in the shape of TagAnswer.java. */
function simulate(tables, word) {
  const name = tables.addsPrefix && !word.startsWith(tables.prefix) ? tables.prefix + word : word;
  const own = name.startsWith(tables.prefix);
  const version = own ? name.slice(tables.prefix.length) : "";
  const read = own ? new RegExp("^(?:" + tables.expression + ")$").exec(version) : null;
  const accepted = tables.filtered ? tables.patterns.map((pattern) => matches(pattern.parts, name)) : [];
  const tag = { name, own, version, prerelease: tables.semantic && read !== null && Boolean(read[4]) };
  const answer = {
    tag: name,
    accepted,
    version: read ? version : "",
    prerelease: tag.prerelease,
    refused: refusal(tables, tag, read, accepted),
  };
  return { ...answer, ...(answer.refused ? refused(tables, tag, answer.refused) : made(tables, tag)) };
}

function refusal(tables, tag, read, accepted) {
  // the last pattern that matches decides
  const last = accepted.lastIndexOf(true);
  const filtered = tables.filtered && (last < 0 || tables.patterns[last].excludes);
  if (filtered || (tables.ignoresOthers && !tag.own)) {
    return "starts-nothing";
  }
  if (!read) {
    return "no-version";
  }
  return tables.image && tag.version.includes("+") ? "build-metadata" : "";
}

function refused(tables, tag, why) {
  const { message, help, jobs } = tables.refusals[why];
  const outcome = fill(message, { tag: tag.name, version: withoutBuild(tag.version) });
  return { outcome, help, visibility: "", files: [], images: [], jobs };
}

function made(tables, tag) {
  const newer = [0, 1, 2].map((line) => newerThan(tables, tag, line));
  const mayLead = newer.map((one) => !tables.newestOnly || (!tag.prerelease && !one));
  const known = tag.prerelease || tables.released !== undefined;
  const leads = mayLead.map((may) => (known ? (may ? "yes" : "no") : "?"));
  const kind = tables.kinds[[tag.prerelease ? "prerelease" : "release", ...leads].join(" ")];
  const names = { tag: tag.name, version: tag.version, newer: newer[0], mark: tag.name.slice(tag.name.lastIndexOf("/") + 1) };
  return {
    outcome: fill(tables.outcomes[tag.prerelease ? "prerelease" : "release"], names),
    help: [],
    visibility: fill(kind.visibility, names),
    files: tables.files.map((file) => fill(file, names)),
    images: tables.images.map((image) => imageOf(tables, image, tag, mayLead)),
    jobs: jobsOf(kind.jobs, names),
  };
}

/** What becomes of each job, where the table leaves that to the tag. */
function jobsOf(jobs, names) {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const runs = new Map();
  const run = (job) => {
    if (!runs.has(job.id)) {
      runs.set(job.id, job.condition ? decided(job, success(job)) : job);
    }
    return runs.get(job.id);
  };
  const success = (job) => {
    const all = earlier(job, new Set()).map((id) => run(byId.get(id)).runs);
    return all.includes("no") ? false : all.includes("maybe") ? undefined : true;
  };
  const earlier = (job, ids) => {
    (job.needs ?? []).filter((id) => !ids.has(id)).forEach((id) => earlier(byId.get(id), ids.add(id)));
    return [...ids];
  };
  const decided = (job, succeeded) => {
    const known = { "github.ref_name": names.tag, "tag.name": names.tag, "tag.version": names.version };
    const inputs = { "inputs.tag": names.tag, "inputs.version": names.version };
    const holds = truth(valueOf(job.condition, { ...known, ...inputs, "success()": succeeded }));
    if (holds === undefined) {
      return job;
    }
    return holds
      ? { ...job, runs: "yes", note: job.noteIfRun }
      : { ...job, runs: "no", note: succeeded === false ? job.noteIfNeeded : job.noteIfFalse };
  };
  return jobs.map((job) => {
    const { runs, note } = run(job);
    return { id: job.id, runs, note: fill(note, { newer: names.newer }) };
  });
}

/** The value of an expression of GitHub's: a text, true or false; undefined where that is open. */
function valueOf(expression, known) {
  if (expression.text !== undefined) {
    return expression.text;
  }
  if (expression.name !== undefined) {
    return known[expression.name];
  }
  if (expression.not) {
    const operand = truth(valueOf(expression.not, known));
    return operand === undefined ? undefined : !operand;
  }
  if (expression.call) {
    return callOf(expression.call, expression.arguments.map((argument) => valueOf(argument, known)), known);
  }
  const left = valueOf(expression.left, known);
  const right = valueOf(expression.right, known);
  switch (expression.operator) {
    case "&&":
      return truth(left) === false ? left : truth(left) === true || truth(right) === false ? right : undefined;
    case "||":
      return truth(left) === true ? left : truth(left) === false || truth(right) === true ? right : undefined;
    case "==":
    case "!=":
      return texts([left, right]) ? (folded(left) === folded(right)) === (expression.operator === "==") : undefined;
    default:
      return undefined;
  }
}

function callOf(name, values, known) {
  if (name === "success") {
    return known["success()"];
  }
  if (!texts(values)) {
    return undefined;
  }
  const [one, other] = values;
  switch (name) {
    case "contains":
      return folded(one).includes(folded(other));
    case "startswith":
      return folded(one).startsWith(folded(other));
    case "endswith":
      return folded(one).endsWith(folded(other));
    case "format":
      return /\{\{|\}\}/.test(one) ? undefined : one.replace(/\{(\d+)\}/g, (braces, i) => values[Number(i) + 1]);
    default:
      return undefined;
  }
}

const texts = (values) => values.every((value) => typeof value === "string");
const truth = (value) => (value === undefined ? undefined : Boolean(value));
const folded = (text) => text.split("\u0131").map((part) => part.toUpperCase()).join("\u0131");

/** Puts names into the braces of a text. */
function fill(text, names) {
  return text.replace(/\{(tag|version|newer|mark)\}/g, (braces, name) => names[name] ?? braces);
}

/** Whether a pattern matches: all ways through it at once, as FilterPattern.java goes. */
function matches(parts, text) {
  const skip = (reached) => {
    parts.forEach((part, i) => {
      reached[i + 1] ||= reached[i] && part.none;
    });
    return reached;
  };
  let reached = skip([true]);
  for (let at = 0; at < text.length; at++) {
    const next = [];
    parts.forEach((part, i) => {
      if (reached[i] && takes(part, text[at])) {
        next[i + 1] = true;
        next[i] ||= part.more;
      }
    });
    reached = skip(next);
  }
  return Boolean(reached[parts.length]);
}

function takes(part, character) {
  return part.ranges.some(([first, last]) => first <= character && character <= last) !== part.except;
}

const withoutBuild = (version) => version.replace(/\+.*/, "");
const plain = (version) => version.replace(/[-+].*/, "");
const numbers = (version) => plain(version).split(".").map(BigInt);

function compare(one, other) {
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    if (one[i] !== other[i]) {
      return one[i] < other[i] ? -1 : 1;
    }
  }
  return one.length - other.length;
}

/** The newest release of the line of a version, where that is a newer one: of all, of its major, or of its minor version. */
function newerThan(tables, tag, line) {
  if (!tables.newestOnly || !tables.released?.length) {
    return undefined;
  }
  const own = numbers(tag.version);
  const shared = (all) => all.slice(0, line).join(".");
  let newest;
  for (const name of tables.released) {
    const other = numbers(name.slice(tables.prefix.length));
    if (shared(other) === shared(own) && (!newest || compare(other, newest.numbers) > 0)) {
      newest = { name, numbers: other };
    }
  }
  return newest && compare(newest.numbers, own) > 0 ? newest.name : undefined;
}

function imageOf(tables, image, tag, mayLead) {
  const known = tables.released !== undefined;
  const conditional = (line) => tables.newestOnly && !known && mayLead[line];
  const set = tagsOf(tables, image, tag, (line) => mayLead[line]);
  const certain = tagsOf(tables, image, tag, (line) => mayLead[line] && !conditional(line));
  const release = { name: tag.name, version: plain(tag.version), prerelease: false };
  const movingOnly = { ...image, tags: image.tags.filter(({ line }) => line >= 0) };
  const moving = tagsOf(tables, movingOnly, tables.semantic ? release : tag, () => true);
  const staying = moving.filter((name) => !set.includes(name));
  const note = (name) => (certain.includes(name) ? tables.moves : tables.mayMove);
  return {
    tags: set.map((name) => ({ name, note: moving.includes(name) ? note(name) : "" })),
    staying,
    why: staying.length === 0 ? "" : tag.prerelease ? tables.staysForPrerelease : tables.stays,
  };
}

/** The tags of an image, as ImageTags.java makes them. */
function tagsOf(tables, image, tag, leads) {
  const names = image.latest && !tag.prerelease && leads(0) ? ["latest"] : [];
  for (const { template, line, needsMajor, ofTag } of image.tags) {
    if ((line < 0 || leads(line)) && !(needsMajor && /^0\./.test(tag.version))) {
      names.push(tag.prerelease && !ofTag ? withoutBuild(tag.version) : tagOf(tables, template, tag));
    }
  }
  return [...new Set(names.map((name) => name + image.suffix))];
}

function tagOf(tables, template, tag) {
  const all = withoutBuild(tag.version).replace(/-.*/, "").split(".");
  const [major, minor, patch] = all.length === 3 ? all : ["", "", ""];
  const values = {
    version: withoutBuild(tag.version),
    tag: tag.name.replace(/[^A-Za-z0-9._-]+/g, "-"),
    major,
    minor,
    patch,
    sha: tables.commit,
  };
  return template.replace(/\{(\w+)\}/g, (braces, name) => values[name] ?? braces);
}
