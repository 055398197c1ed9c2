// Keeps the page to the tag that is typed. What the page says without it is the same for the tag that it begins with.

for (const sheet of document.querySelectorAll("article.sheet")) {
  if (sheet.dataset.tables) {
    follow(sheet, JSON.parse(sheet.dataset.tables));
  }
}

openFileOfTarget();
window.addEventListener("hashchange", openFileOfTarget);

function follow(sheet, tables) {
  const input = sheet.querySelector("input");
  const first = { tag: input.value, rows: [...sheet.querySelectorAll("li[data-job]")].map(saidOf) };
  const show = () => {
    const answer = simulate(tables, input.value.trim());
    // Java knows all of the tag that it was asked about
    const rows = answer.tag === first.tag ? first.rows : answer.jobs;
    showAnswer(sheet, { ...answer, jobs: rows });
  };
  input.addEventListener("input", show);
  for (const button of sheet.querySelectorAll("button[data-tag]")) {
    button.addEventListener("click", () => {
      input.value = button.dataset.tag;
      show();
    });
  }
  show();
}

function saidOf(row) {
  return { id: row.dataset.job, runs: row.dataset.runs, note: row.querySelector("[data-note]")?.textContent ?? "" };
}

function showAnswer(sheet, answer) {
  const at = (name) => sheet.querySelector(`[data-${name}]`);
  sheet.dataset.refused = answer.refused;
  at("outcome").textContent = answer.outcome;
  at("visibility").textContent = answer.visibility;
  at("version").textContent = answer.version;
  at("kind").textContent = answer.prerelease ? "prerelease" : "release";
  at("help").replaceChildren(...answer.help.map((line) => element("li", line)));
  sheet.querySelectorAll(".patterns li").forEach((pattern, i) => {
    pattern.dataset.matches = answer.accepted[i] ? "yes" : "no";
  });
  showCount(sheet, "files", answer.files.length);
  showCount(sheet, "tags", answer.images.reduce((sum, image) => sum + image.tags.length, 0));
  answer.files.forEach((name, i) => {
    at("files").children[i].firstElementChild.textContent = name;
  });
  sheet.querySelectorAll("[data-image]").forEach((image, i) => showImage(image, answer.images[i]));
  for (const row of sheet.querySelectorAll("[data-job]")) {
    const job = answer.jobs.find(({ id }) => id === row.dataset.job);
    if (job) {
      row.dataset.runs = job.runs;
      const note = row.querySelector("[data-note]");
      if (note) {
        note.textContent = job.note;
      }
    }
  }
}

function showImage(image, answer) {
  if (!answer) {
    return;
  }
  const rows = answer.tags.map(({ name, note }) => {
    const row = element("li");
    row.append(element("code", name), " ", element("span", note));
    row.lastElementChild.className = "small";
    return row;
  });
  image.querySelector("[data-tags]").replaceChildren(...rows);
  const staying = answer.staying.length ? `Not moved ${answer.why}: ${answer.staying.join(", ")}` : "";
  image.querySelector("[data-staying]").textContent = staying;
}

function showCount(sheet, name, count) {
  const place = sheet.querySelector(`[data-count=${name}]`);
  if (place) {
    place.textContent = String(count);
  }
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** A link to a line opens the file that it is in. */
function openFileOfTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const file = target?.closest("details");
  if (file && !file.open) {
    file.open = true;
    target.scrollIntoView();
  }
}
