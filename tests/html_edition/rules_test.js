// The HTML edition keeps the program's rules about jobs that come last, and its languages.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const fs = require("node:fs");
const { makeModule, exportEdition } = require("./edition.js");
const { visits } = require("./visit.js");

const module_ = makeModule();
const welsh = exportEdition(module_, "--language", "cy", "--job-last");
const visit = visits(exportEdition(module_));
const { until, stage, choose, open, faults } = visit;
let page;
test.beforeEach(() => {
    page = visit.page;
});

const coverJobs = async () => {
    await page.getByRole("button", { name: "Settings" }).click();
    await page.getByLabel(/Person first, job last/).check();
    await page.getByRole("button", { name: "Close" }).click();
};
/** Everything of the page that is seen or read out: words, names of controls, tooltips, pictures. */
const shown = () =>
    page.evaluate(() => {
        const seen = [document.title, document.body.innerText];
        for (const element of document.querySelectorAll("body *")) {
            if (!element.checkVisibility()) continue;
            for (const name of ["title", "aria-label", "aria-valuetext", "alt", "src"]) seen.push(element.getAttribute(name) ?? "");
            if ("value" in element) seen.push(String(element.value));
        }
        return seen.join("\n");
    });
const jobOfAda = /engineer|under bridges|building bridges|steel ones|ada-now|stills\//i;

test("person first, job last: nothing on any screen names or shows the job until it is uncovered", async () => {
    await page.getByRole("button", { name: "Wall", exact: true }).click();
    assert.match(await shown(), /an engineer/);
    assert.match(await shown(), /stills\//);
    await coverJobs();
    // Only Ada's author says that her pictures tell it: of the others they stay.
    const adas = page.locator(".wall tbody tr").nth(0).locator("td").nth(0).locator("img");
    assert.strictEqual(await adas.isVisible(), false);
    assert.strictEqual(await page.locator(".wall tbody tr").nth(0).locator("td").nth(1).locator("img").isVisible(), true);
    await page.getByRole("button", { name: "Stage", exact: true }).click();
    await choose(0, 0);
    await page.locator(".captions").getByText("I am an \u2014\u2014").waitFor();
    await page.getByRole("button", { name: "Transcript" }).click();
    await page.getByRole("button", { name: "Description", exact: true }).click();
    await page.locator(".spoken.describes").getByText("An \u2014\u2014 waves from a bridge.").waitFor();
    await page.locator(".spoken").getByText("caf\u00e9s & bridges, \u2014\u2014.").waitFor();
    await page.getByRole("button", { name: "Keep this answer" }).click();
    const own = (text) => text.replace(/stills\/\S*/g, ""); // of the others
    assert.doesNotMatch(own(await shown()), jobOfAda);
    await page.getByRole("button", { name: "About this person" }).click();
    assert.doesNotMatch(own(await shown()), jobOfAda);
    assert.match(await page.locator("dialog").innerText(), /Left school\s+16/);
    assert.strictEqual(await page.locator("dialog img").count(), 1);
    await page.getByRole("button", { name: "Close" }).click();
    await choose(3, 0); // who was not heard yet would come first
    await choose(1, 0);
    await page.getByRole("button", { name: "Another path" }).click();
    await page.locator(".line p").getByText("Bo: left school at 30; Ada: at 16").waitFor();
    for (const words of ["engineer", "steel"]) {
        await page.getByRole("button", { name: "Search", exact: true }).click();
        await page.locator("#search-field").fill(words);
        await page.getByText(`Nobody says \u201c${words}\u201d`).waitFor();
    }
    await page.locator("#search-field").fill("");
    await page.getByRole("button", { name: "Notebook", exact: true }).click();
    assert.doesNotMatch(await shown(), jobOfAda);
    await page.keyboard.press("F4");
    await page.keyboard.press("Home");
    await page.keyboard.press("u");
    await page.getByText("Ada: an engineer").waitFor();
    assert.match(await page.locator(".wall thead").innerText(), /an engineer/);
    assert.strictEqual(await adas.isVisible(), true);
    await page.getByRole("button", { name: "Stage", exact: true }).click();
    await choose(0, 0);
    assert.strictEqual(await page.locator("#stage-title").textContent(), "How did you become an engineer?");
    await page.locator(".captions").getByText("I am an engineer").waitFor();
    await page.getByRole("button", { name: "Cover the job again" }).click();
    assert.strictEqual(await page.locator("#stage-title").textContent(), "How did you become someone in this job?");
    assert.doesNotMatch(own(await shown()), jobOfAda);
});

test("a class guesses beside the film, and reads its guesses beside the job once that is uncovered", async () => {
    await stage();
    await choose(0, 0);
    const guess = page.getByRole("button", { name: "Guesses", exact: true });
    assert.strictEqual(await guess.isVisible(), false);
    await page.keyboard.press("Shift+U");
    await page.getByText(/Nobody's job is covered/).waitFor();
    await coverJobs();
    await guess.click();
    await page.getByText("What may Ada work as?").waitFor();
    for (const line of ["a diver", "<b>a cook</b>", "a poet"]) await page.keyboard.type(`${line}\n`);
    const lines = page.locator(".guesses li > span");
    assert.deepStrictEqual(await lines.allTextContents(), ["a diver", "<b>a cook</b>", "a poet"]);
    await page.keyboard.type("half a w");
    await page.getByRole("button", { name: "Take back: a diver" }).click();
    assert.strictEqual(await page.getByLabel("A guess").inputValue(), "a diver");
    assert.deepStrictEqual(await lines.allTextContents(), ["half a w", "<b>a cook</b>", "a poet"]);
    assert.doesNotMatch(await page.locator(".guesses").innerText(), jobOfAda);
    await choose(1, 0);
    assert.strictEqual(await lines.count(), 0);
    await page.reload();
    await stage();
    await choose(0, 0);
    await page.keyboard.press("u");
    await page.locator(".guesses .job").getByText("An engineer").waitFor();
    await page.getByText("What was guessed:").waitFor();
    assert.deepStrictEqual(await lines.allTextContents(), ["half a w", "<b>a cook</b>", "a poet"]);
    assert.strictEqual(await page.getByLabel("A guess").isVisible(), false);
    await page.getByLabel("After: it surprised me that …").fill("she never wears a helmet");
    await page.reload();
    await stage();
    await choose(0, 0);
    assert.strictEqual(await page.locator("#surprise-field").isVisible(), false);
    await page.keyboard.press("u");
    assert.strictEqual(await page.locator("#surprise-field").inputValue(), "she never wears a helmet");
    await page.getByRole("button", { name: "Notebook", exact: true }).click();
    await page.getByRole("button", { name: "Wipe the notebook" }).click();
    await page.getByRole("button", { name: "Wipe", exact: true }).click();
    assert.strictEqual(await page.evaluate(() => localStorage.getItem("crosscut guesses small")), null);
    assert.strictEqual(await page.locator(".noted").count(), 0);
});

test("the notebook has what was guessed and what surprised, on its page and in its file", async () => {
    await coverJobs();
    await stage();
    await choose(1, 0);
    await page.keyboard.press("Shift+U");
    await page.keyboard.type("a pilot\n");
    await choose(0, 0);
    await page.getByLabel("A guess").focus();
    await page.keyboard.type("a diver\n<b>a cook</b>\nhalf a w");
    await page.getByRole("button", { name: "Notebook", exact: true }).click();
    const noted = page.locator(".noted");
    assert.deepStrictEqual(await noted.allInnerTexts(), ["What I guessed\nAda\na diver\n<b>a cook</b>\nBo\na pilot"]);
    await page.getByRole("button", { name: "Stage", exact: true }).click();
    await page.getByRole("button", { name: "Uncover the job" }).click();
    await page.getByLabel("After: it surprised me that \u2026").fill("she never wears a helmet");
    await page.getByRole("button", { name: "Notebook", exact: true }).click();
    assert.strictEqual(await noted.last().innerText(), "What surprised me\nAda\nshe never wears a helmet");
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Take away as a file" }).click();
    const taken = fs.readFileSync(await (await coming).path(), "utf8");
    assert.match(taken, /\nWhat I guessed\n\nAda\na diver\n<b>a cook<\/b>\n\nBo\na pilot\n\nWhat surprised me\n\nAda\nshe never wears a helmet\n/);
});

test("words that were kept while a job was known do not tell it while it is covered", async () => {
    await stage();
    await choose(0, 0);
    await page.getByRole("button", { name: "Transcript" }).click();
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector(".transcript ol")));
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: "Notebook", exact: true }).click();
    assert.strictEqual(await page.locator("blockquote").textContent(), "I am an engineer and I like caf\u00e9s & bridges, steel ones.");
    await coverJobs();
    assert.strictEqual(await page.locator("blockquote").textContent(), "I am an \u2014\u2014 and I like caf\u00e9s & bridges, steel ones.");
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Take away as a file" }).click();
    assert.doesNotMatch(fs.readFileSync(await (await coming).path(), "utf8"), /engineer/);
});

test("captions in two languages are read one, the other, or both, each in its own language", async () => {
    await stage();
    await choose(0, 0);
    await page.locator(".captions").getByText("I am an engineer").waitFor();
    const want = async (languages) => {
        await page.getByRole("button", { name: "Settings" }).click();
        await page.getByLabel("Language of captions").selectOption({ label: languages });
        await page.getByRole("button", { name: "Close" }).click();
        await page.keyboard.press("Home");
        await until(() => document.querySelector(".captions:not([hidden])"));
        return page.locator(".captions span:not(:empty)").evaluateAll((rows) => rows.map((row) => `${row.lang}: ${row.textContent}`));
    };
    assert.deepStrictEqual(await want("The second (pl)"), ["pl: Lubi\u0119 kawiarnie i mosty."]);
    assert.deepStrictEqual(await want("Both at once"), ["en: I am an engineer", "pl: Lubi\u0119 kawiarnie i mosty."]);
    assert.deepStrictEqual(await want("The first"), ["en: I am an engineer"]);
    await want("The second (pl)");
    await page.getByRole("button", { name: "Transcript" }).click();
    assert.strictEqual(await page.locator(".spoken .words").textContent(), "Lubi\u0119 kawiarnie i mosty.");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.locator("#search-field").fill("lubie");
    await page.locator(".found .said[lang=pl]").waitFor();
});

test("descriptions say what is to be seen, apart from what is said, once somebody wants them", async () => {
    await stage();
    await choose(0, 0);
    await page.locator(".captions").getByText("I am an engineer").waitFor();
    assert.strictEqual(await page.locator(".description").textContent(), "");
    await page.keyboard.press("d");
    await page.getByText("Description on").waitFor();
    await page.keyboard.press("Home");
    await page.locator(".description").getByText("An engineer waves from a bridge.").waitFor();
    assert.strictEqual(await page.locator(".description").getAttribute("aria-live"), "polite");
    const edges = await page.evaluate(() => [".description", ".captions", ".film"].map((one) => document.querySelector(one).getBoundingClientRect().top));
    assert.ok(edges[0] < edges[1] && edges[0] > edges[2], `at the other edge: ${edges}`);
    await page.getByRole("button", { name: "Transcript" }).click();
    assert.deepStrictEqual(await page.locator(".spoken .words").allTextContents(), ["I am an engineer", "An engineer waves from a bridge.", "and I like caf\u00e9s & bridges, steel ones."]);
    await choose(0, 1);
    assert.strictEqual(await page.getByRole("button", { name: "Description", exact: true }).isVisible(), true);
    await choose(1, 0);
    assert.strictEqual(await page.getByRole("button", { name: "Description", exact: true }).isVisible(), false);
});

test("a page speaks the language that it was exported in, and says which words are the module's", async () => {
    assert.strictEqual(await page.evaluate(() => document.documentElement.lang), "en");
    await open(welsh);
    assert.strictEqual(await page.evaluate(() => document.documentElement.lang), "cy");
    assert.strictEqual(await page.locator("header h1").getAttribute("lang"), "en");
    assert.match(await page.locator(".start").innerText(), /4 o bobl, 3 cwestiwn/);
    await page.getByRole("button", { name: "Dechrau" }).click();
    await choose(0, 0);
    assert.strictEqual(await page.locator("#stage-title").getAttribute("lang"), "en");
    await page.locator(".captions").getByText("I am an \u2014\u2014").waitFor(); // exported with --job-last
    await page.keyboard.press("u");
    await page.locator(".captions").getByText("I am an engineer").waitFor();
    await page.keyboard.press("w");
    await page.getByText("Astudiaeth achos gyfan", { exact: true }).first().waitFor();
    await page.keyboard.press("F1");
    await page.getByText("Chwarae, oedi").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Gosodiadau" }).click();
    assert.strictEqual(await page.getByLabel(/swydd yn olaf/).isChecked(), true);
    // Whatever the module does not say is Welsh: none of the commonest English words is left.
    await page.getByRole("button", { name: "Cau", exact: true }).click();
    for (const screen of ["start", "stage", "wall", "lesson", "search", "notebook"]) {
        await page.locator(`[data-place=${screen}]`).click();
        const english = await page.evaluate(() => {
            const copy = document.body.cloneNode(true);
            for (const other of copy.querySelectorAll("[lang=en], script, kbd, video")) other.remove();
            return copy.textContent.match(/\b(the|this|that|of|answer|film|press|next|play|not|nothing|keep)\b/gi);
        });
        assert.deepStrictEqual(english, null, screen);
    }
});

test("the page made no mistake", () => {
    assert.deepStrictEqual(faults, []);
});
