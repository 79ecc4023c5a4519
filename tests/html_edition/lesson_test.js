// Lesson plans in a page: chosen, read, watched and gone through by keyboard.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const { HOSTILE, makeModule, exportEdition } = require("./edition.js");
const { visits } = require("./visit.js");

const edition = exportEdition(makeModule());
const visit = visits(edition);
const { until, stage, choose, faults } = visit;
let page;
test.beforeEach(() => {
    page = visit.page;
});

const tab = (name) => page.getByRole("button", { name, exact: true }).click();
const title = () => page.locator("#lesson-title").textContent();
const words = () => page.locator(".lesson-room .words").innerText();
const onward = () => page.keyboard.press("PageDown");
const filmOf = (person, question) =>
    until(
        new Function(`return document.querySelector(".person strong").textContent === "${person}" &&
            document.getElementById("stage-title").textContent === "${question}" &&
            [...document.querySelectorAll("video")].some((video) => !video.paused)`),
    );

async function begin() {
    await tab("Lesson");
    await page.keyboard.press("F5");
}

test("the module's plans come first, then the program's, each with what it takes and shows", async () => {
    await tab("Lesson");
    const rows = await page.locator(".plans nav button").allInnerTexts();
    assert.match(rows[0], /Bridges\s+10 min \u00b7 2 to 8 pupils/);
    assert.match(rows[1], /Guess the job/);
    const plan = await page.locator(".plan").innerText();
    assert.ok(plan.includes(HOSTILE));
    for (const said of ["Somebody falls into a river.", "One screen", "See the big picture \u00b7 Gatsby benchmark 8", "2 clips \u00b7 In pairs"]) {
        assert.ok(plan.includes(said), said);
    }
    await page.locator(".steps summary").first().click();
    const step = await page.locator(".steps details").first().innerText();
    for (const said of ["For clues", "Ada \u2013 Beginnings", "Ada \u2013 A bad day", "What does an engineer do all day?"]) {
        assert.ok(step.includes(said), said);
    }
    await page.locator(".plans nav button").nth(1).click();
    assert.match(await page.locator(".plan").innerText(), /This module does not ask 4 of its questions \(l5, w1, w4, w8\)/);
});

test("a lesson is gone through with one key: rules, prompt, films that stop where the plan says, talk", async () => {
    await begin();
    assert.strictEqual(await title(), "Before we begin");
    assert.match(await words(), /Somebody falls into a river\.[^]*Somebody: at school/);
    await onward();
    assert.strictEqual(await title(), "Who is it?");
    assert.match(await words(), /Listen[^]*For clues[^]*a tool[^]*a place/);
    assert.strictEqual(await page.locator(".read h3").innerText(), "Listen");
    assert.strictEqual(await page.locator(".read ol li").count(), 2);
    assert.strictEqual(await page.getByRole("button", { name: "Film 1 of 2: Ada" }).isVisible(), true);
    await onward();
    await filmOf("Ada", "How did you become someone in this job?");
    await page.locator(".read").getByText("What is steel?").waitFor({ timeout: 8000 });
    assert.strictEqual(await page.evaluate(() => [...document.querySelectorAll("video")].every((video) => video.paused)), true);
    await page.getByRole("button", { name: "Go on with the film" }).click();
    await until(() => document.querySelector("video.shown").currentTime > 1.6);
    await onward();
    await filmOf("Ada", "What went wrong?");
    await page.locator(".line").getByText("Look at the rain.").waitFor();
    await onward();
    assert.match(await page.locator(".talk").innerText(), /In pairs/);
    assert.match(await page.locator(".timer").innerText(), /^(2:00|1:5\d)$/);
    await page.keyboard.press("e");
    assert.match(await page.locator(".timer").innerText(), /^(4:00|3:5\d)$/);
    await page.keyboard.press("PageUp");
    await filmOf("Ada", "What went wrong?");
    assert.strictEqual(await page.evaluate(() => "hacked" in window), false);
});

test("a plan is fitted to the bell before it begins, and a lesson under way to another one", async () => {
    await tab("Lesson");
    const bell = page.locator("#bell-before");
    await bell.fill("no number");
    await bell.press("Enter");
    assert.match(await page.locator(".plan .bell").innerText(), /Write the minutes to the bell/);
    await bell.fill("2 minutes");
    await bell.press("Enter");
    assert.match(await page.locator(".plan .fitting").innerText(), /^(Fits: .* of 2 min, .*|What must stay takes .*)$/);
    assert.doesNotMatch(await page.locator(".plan .bell").innerText(), /Write the minutes/);
    const talks = await page.locator(".steps summary").allInnerTexts();
    assert.ok(talks.some((line) => /less to talk|Left out/.test(line)), talks.join());
    await page.keyboard.press("F5");
    assert.match(await page.locator(".beside .fitting").innerText(), /^Bell in 2 min\. /);
    const other = page.locator("#bell-under-way");
    await other.fill("40");
    await other.press("Enter");
    assert.match(await page.locator(".beside .fitting").innerText(), /^Bell in 40 min\. Fits: .*, everything as planned$/);
    await page.reload();
    await page.keyboard.press("F5");
    assert.match(await page.locator(".beside .fitting").innerText(), /^Bell in 40 min\. /);
    await other.fill("");
    await other.press("Enter");
    assert.strictEqual(await page.locator(".beside .fitting").innerText(), "");
});

test("a step may cover jobs, and uncovers them when the class goes on", async () => {
    await begin();
    await onward();
    await page.locator(".beside nav button").nth(0).click();
    for (let step = 0; step < 2; ++step) await onward();
    await filmOf("Ada", "What went wrong?");
    assert.strictEqual(await page.locator(".person").innerText(), "Ada");
    await onward();
    assert.match(await words(), /What does an \u2014\u2014 do all day\?/);
    await onward();
    assert.match(await words(), /Thank each other, engineer or not\./);
    await tab("Stage");
    assert.match(await page.locator(".person").innerText(), /Ada\s+an engineer/);
});

test("where the settings cover every job, whom the step showed is uncovered when the class goes on", async () => {
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel(/job last/).check();
    await page.getByRole("button", { name: "Close" }).click();
    await begin();
    await page.locator(".beside nav button").nth(0).click();
    for (let step = 0; step < 4; ++step) await onward();
    assert.match(await words(), /Thank each other, engineer or not\./);
    await tab("Stage");
    await choose(0, 2);
    assert.match(await page.locator(".person").innerText(), /Ada\s+an engineer/);
    await choose(1, 0);
    assert.strictEqual(await page.locator(".person").innerText(), "Bo");
});

test("what was kept in the notebook becomes films of the lesson, the latest first", async () => {
    await begin();
    await tab("Stage");
    await choose(0, 2);
    await page.getByRole("button", { name: "Keep this answer" }).click();
    await choose(1, 0);
    await page.getByRole("button", { name: "Keep this answer" }).click();
    await tab("Lesson");
    await page.locator(".beside nav button").nth(0).click();
    for (let step = 0; step < 3; ++step) await onward();
    await onward();
    await filmOf("Bo", "How did you become a baker?");
    await onward();
    await filmOf("Ada", "Who is at home?");
    await onward();
    await onward();
    assert.match(await words(), /That was the lesson\.[^]*You heard[^]*Bo \u2013 Beginnings[^]*Ada \u2013 At home/);
    await page.getByRole("button", { name: "End the lesson" }).click();
    assert.strictEqual(await title(), "Lesson plans");
});

test("beside the lesson one may look at anything, and F5 goes back; a page opened anew goes on", async () => {
    await begin();
    for (let step = 0; step < 2; ++step) await onward();
    await filmOf("Ada", "How did you become someone in this job?");
    await page.locator(".faces button").nth(1).click();
    await page.locator(".line").getByText("Beside the lesson: F5 goes back to it").waitFor();
    await page.keyboard.press("F5");
    assert.strictEqual(await title(), "Who is it?");
    await page.reload();
    await page.getByText("\u201cBridges\u201d is under way: F5 goes back to it").waitFor();
    await page.keyboard.press("F5");
    assert.strictEqual(await title(), "Who is it?");
    await page.keyboard.press("Shift+F5");
    await filmOf("Ada", "How did you become someone in this job?");
});

test("the page made no mistake", () => {
    assert.deepStrictEqual(faults, []);
});
