// Makes a small module of numbered films, exports it with the program, and opens it in a browser.
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { execFileSync, spawnSync } = require("node:child_process");

const ONE_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const HOSTILE = `<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script>{{module}}&amp;'"`;

/** A folder that goes when the test ends. */
function scratchFolder(name) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), `crosscut-${name}-`));
    process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
    return folder;
}

function write(folder, name, text) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
}

function film(folder, name, ...recipe) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    execFileSync(process.env.CROSSCUT_MAKE_FILM, [file, ...recipe]);
}

/** Ada: one long film; Bo: a film for each answer, one withheld; Cy: withdrawn; Dot: hostile words, old films. */
function makeModule() {
    const folder = scratchFolder("module");
    write(folder, "module.yaml", `format: 1
id: small
version: "1"
title: '${HOSTILE.replaceAll("'", "''")}'
language: en
licence: CC0-1.0
notice: Everybody here is a number.
about: |
  A module to try things on.
support:
  - {name: Somebody, contact: at school}
themes:
  - {id: work, name: Work}
  - {id: life, name: Life}
facts:
  - {id: left, label: Left school, says: "left school at {value}"}
  - {id: place, label: Works, says: "works {value}", tells_job: true}
questions:
  - {id: q0, theme: work, text: "How did you become {job}?", label: Beginnings}
  - {id: q1, theme: work, text: "What went wrong?", label: A bad day}
  - {id: q2, theme: life, text: "Who is at home?", label: At home, sensitive: true}
people_order: [ada, bo, cy, dot]
`);
    write(folder, "people/ada.yaml", `format: 1
name: Ada
job: {title: engineer, article: an}
facts: {left: "16", place: under bridges}
pictures:
  now: {file: pictures/ada-now.png, alt: An engineer with a helmet}
  then: {file: pictures/ada-then.png, alt: A child on a bridge}
shows_job: [now, stills]
consent: given
film: films/ada.mp4
captions: captions/ada.vtt
captions_by: machine
second_captions: {language: pl, file: captions/ada.pl.vtt}
descriptions: captions/ada.descriptions.vtt
way_in: |
  By building bridges.
answers:
  q0: {in: "00:01.000", out: "00:02.000"}
  q1: {in: "00:02.000", out: "00:03.400"}
  q2: {in: "00:04.000", out: "00:05.000"}
`);
    write(folder, "captions/ada.vtt", `WEBVTT

00:01.000 --> 00:01.600
<v Ada>I am an engineer

00:01.600 --> 00:02.000
and I like caf\u00e9s & <i>bridges</i>, <c.job>steel ones</c>.

00:02.000 --> 00:03.400
It rained.
`);
    write(folder, "captions/ada.pl.vtt", `WEBVTT

00:01.000 --> 00:02.000
Lubi\u0119 kawiarnie i mosty.
`);
    write(folder, "captions/ada.descriptions.vtt", `WEBVTT

00:01.100 --> 00:01.900
An engineer waves from a bridge.
`);
    write(folder, "plans/bridges.yaml", `format: 1
title: Bridges
about: '${HOSTILE.replaceAll("'", "''")}'
minutes: 10
group: {from: 2, to: 8}
needs: [One screen]
areas: [see-the-big-picture]
benchmarks: [8]
content_note: Somebody falls into a river.
help_card: true
cues:
  - title: Who is it?
    job_last: true
    clips:
      - {question: q0, person: ada, pauses: [{at: "00:00.400", prompt: "What is *steel*?"}]}
      - {question: q1, person: same, prompts: [{at: "00:00.100", prompt: "Look at the rain."}]}
    before: |
      # Listen

      For **clues** <img src=x onerror="window.hacked=1">

      1. a tool
      2. [a place](javascript:window.hacked=1)
    after: |
      What does an engineer do all day?
    talk: pair
    minutes: 2
    notes: Secretnotes for whoever takes it.
  - title: What we kept
    clips:
      - {picked: 2}
    talk: all
    minutes: 1
    after: |
      Thank each other, engineer or not.
`);
    for (const picture of ["ada-now", "ada-then"]) {
        write(folder, `pictures/${picture}.png`, Buffer.from(ONE_PIXEL, "base64"));
    }
    write(folder, "people/bo.yaml", `format: 1
name: Bo
job: {title: baker, article: a}
facts: {left: "30", place: at night}
consent: given
answers:
  q0: {film: films/bo-q0.webm}
  q1: withheld
`);
    write(folder, "people/cy.yaml", `format: 1
name: Cyprian Secretname
job: {title: secretjob, article: a}
facts: {left: "21"}
consent: withdrawn
film: films/cy.mp4
answers:
  q0: {in: "00:00.000", out: "00:01.000"}
`);
    write(folder, "people/dot.yaml", `format: 1
name: '${HOSTILE.replaceAll("'", "''")}'
job: {title: '${HOSTILE.replaceAll("'", "''")}', article: a}
facts: {left: '${HOSTILE.replaceAll("'", "''")}'}
consent: given
answers:
  q0: {film: "films/d #1?.mp4"}
  q1: {film: films/dot.mkv}
  q2: {film: films/dot-old.mp4}
`);
    film(folder, "films/ada.mp4", "film=1", "pictures=150", "sound=beeps");
    film(folder, "films/bo-q0.webm", "film=2", "pictures=25", "codec=libvpx", "sound_codec=libopus", "sound=beeps");
    film(folder, "films/cy.mp4", "film=3", "pictures=30");
    film(folder, "films/d #1?.mp4", "film=4", "pictures=25", "sound=beeps");
    film(folder, "films/dot.mkv", "film=5", "pictures=25");
    film(folder, "films/dot-old.mp4", "film=6", "pictures=25", "codec=mpeg4", "sound=beeps");
    return folder;
}

/** @returns what the program said, and its exit code */
function runExport(module, folder, ...options) {
    const cache = scratchFolder("cache");
    return spawnSync(process.env.CROSSCUT_PROGRAM, ["export", "html", module, folder, ...options], {
        encoding: "utf8",
        env: { ...process.env, XDG_CACHE_HOME: cache, XDG_STATE_HOME: cache },
    });
}

/** @returns {{folder: string, page: string, notes: string}} */
function exportEdition(module, ...options) {
    const folder = path.join(scratchFolder("edition"), "out");
    const run = runExport(module, folder, ...options);
    if (run.status !== 0) throw new Error(`export failed: ${run.stdout}${run.stderr}`);
    return { folder, page: path.join(folder, "index.html"), notes: run.stdout };
}

function filesIn(folder) {
    return fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
}

async function openBrowser() {
    const { chromium } = require("playwright-core");
    return chromium.launchPersistentContext(scratchFolder("browser"), {
        executablePath: process.env.CROSSCUT_CHROMIUM ?? "/usr/bin/chromium",
        headless: true,
        viewport: { width: 1366, height: 768 },
        reducedMotion: "reduce",
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--mute-audio"],
    });
}

module.exports = { HOSTILE, makeModule, exportEdition, runExport, filesIn, openBrowser };
