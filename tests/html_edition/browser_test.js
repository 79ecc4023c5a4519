// The HTML edition as a class meets it: opened from a disk, in a real browser.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const fs = require("node:fs");
const { HOSTILE, makeModule, exportEdition, runExport, filesIn } = require("./edition.js");
const { visits } = require("./visit.js");

const module_ = makeModule();
const edition = exportEdition(module_);
const text = fs.readFileSync(edition.page, "utf8");
const visit = visits(edition);
const { until, stage, choose, asked, faults } = visit;
let page;
test.beforeEach(() => {
    page = visit.page;
});

const playing = () => page.evaluate(() => [...document.querySelectorAll("video")].some((video) => !video.paused));
const ended = () => page.locator(".line .go-on").waitFor({ state: "visible", timeout: 8000 });

test("what is withheld or withdrawn is nowhere in the edition, not even its film", () => {
    const files = filesIn(edition.folder);
    assert.deepStrictEqual(files.filter((file) => /films/.test(file)).sort(), [
        "module/films/ada.mp4",
        "module/films/bo-q0.webm",
        "module/films/d #1?.mp4",
        "module/films/dot-old.mp4",
        "module/films/dot.mkv",
    ]);
    assert.doesNotMatch(text, /Secretname|secretjob|cy\.mp4|Cyprian|Secretnotes/);
});

test("an edition is never written into the module, nor over what is there", () => {
    const before = filesIn(module_);
    for (const [folder, out, words] of [
        [module_, `${module_}/out`, /lies inside the module/],
        [`${module_}/`, `${module_}/films/../out/`, /lies inside the module/],
        [module_, edition.folder, /there is something already/],
    ]) {
        const run = runExport(folder, out);
        assert.strictEqual(run.status, 1);
        assert.match(run.stderr, words);
    }
    assert.deepStrictEqual(filesIn(module_), before);
});

test("films that browsers may not play are named, with what to do", () => {
    assert.match(edition.notes, /films\/dot\.mkv: many browsers do not open '\.mkv' files: make an MP4 film/);
    assert.match(edition.notes, /films\/dot-old\.mp4: many browsers do not show pictures in mpeg4: make an MP4 film/);
    assert.doesNotMatch(edition.notes, /ada\.mp4|bo-q0\.webm/);
});

test("where a browser knows the sound of a film and not its pictures, the page says so", async () => {
    await stage();
    await choose(3, 2);
    await page.locator(".waits").getByText("cannot show the pictures of this film").waitFor();
    await choose(0, 0);
    await page.locator(".waits").waitFor({ state: "hidden" });
});

test("nothing plays before somebody asks for it", async () => {
    assert.strictEqual(await playing(), false);
    await page.getByText("Everybody here is a number.").waitFor();
    await stage();
    await until(() => document.querySelector("video.shown")?.readyState >= 1 || document.querySelector(".absent:not([hidden])"));
    assert.strictEqual(await playing(), false);
});

test("hostile words are words", async () => {
    await stage();
    await choose(3, 0);
    assert.strictEqual(await page.locator(".person strong").textContent(), HOSTILE);
    assert.strictEqual(await page.locator("header h1").textContent(), HOSTILE);
    await page.getByRole("button", { name: "Wall", exact: true }).click();
    await page.getByRole("button", { name: "Stage", exact: true }).click();
    await page.getByRole("button", { name: "About this person" }).click();
    assert.strictEqual(await page.evaluate(() => "hacked" in window), false);
    assert.strictEqual(await page.locator("script").count(), 2);
});

// Every picture that came to the screen while `deed` went on, by its time in the film.
async function picturesDuring(deed) {
    await page.evaluate(() => {
        window.seenPictures = [];
        for (const video of document.querySelectorAll("video")) {
            const look = (_, picture) => {
                if (video.classList.contains("shown")) window.seenPictures.push(picture.mediaTime);
                video.requestVideoFrameCallback(look);
            };
            video.requestVideoFrameCallback(look);
        }
    });
    await deed();
    return page.evaluate(() => window.seenPictures);
}

test("an answer plays its stretch, holds its last picture, and the class talks", async () => {
    await stage();
    const seen = await picturesDuring(async () => {
        await choose(0, 1);
        await ended();
        await until(() => window.seenPictures.at(-1) < 3.395 && !document.querySelector("video.shown").seeking);
    });
    const own = seen.slice(seen.findIndex((time) => time > 1.99));
    assert.ok(own.length > 20, `saw ${own.length} pictures`);
    // A browser that shows the next picture before it stops has to take it back.
    assert.ok(own.filter((time) => time > 3.395).length <= 1, `went on to ${Math.max(...own)}`);
    assert.ok(own.at(-1) < 3.395 && own.at(-1) > 3.355, `holds the picture of ${own.at(-1)}`);
    const held = await page.evaluate(() => document.querySelector("video.shown").currentTime);
    assert.ok(held > 3.3 && held < 3.4, `holds ${held}`);
    assert.strictEqual(await page.locator(".line p").textContent(), "Stop and talk.");
    assert.strictEqual(await page.locator(".line .go-on").textContent(), "At home");
    assert.strictEqual(await playing(), false);
});

test("a whole case study goes on by itself and stops at the person's last answer", async () => {
    await stage();
    await choose(0, 0);
    await page.keyboard.press("w");
    await page.locator(".line .go-on").getByText("Next: Bo").waitFor({ timeout: 15000 });
    assert.strictEqual(await page.locator("#stage-title").textContent(), "Who is at home?");
    assert.strictEqual(await playing(), false);
});

test("a film that is a whole answer ends with it, and hanging goes round the ring", async () => {
    await stage();
    await choose(1, 0);
    await page.keyboard.press("h");
    await page.locator(".person strong").getByText(HOSTILE).waitFor({ timeout: 8000 });
    assert.match(await page.locator(".line p").textContent(), /Passed over: Withdrawn has no answer/);
});

test("captions are drawn in the page, and the transcript leads into the film", async () => {
    await stage();
    await choose(1, 0);
    assert.ok(await page.getByRole("button", { name: "No captions" }).isDisabled());
    await choose(0, 0);
    await page.locator(".captions").getByText("I am an engineer").waitFor();
    await page.getByRole("button", { name: "Transcript" }).click();
    await page.locator(".transcript").getByText("Heard by a machine, not checked").waitFor();
    await page.locator(".spoken").getByText("and I like caf\u00e9s & bridges, steel ones.").click();
    await page.locator(".captions").getByText("and I like").waitFor();
    await page.keyboard.press("c");
    await page.locator(".captions").waitFor({ state: "hidden" });
});

test("a withheld, a withdrawn and an empty cell say so and offer the nearest answers", async () => {
    await stage();
    for (const [person, question, words] of [
        [1, 1, "Bo asked us not to show this answer."],
        [2, 0, "This person no longer wants to be shown in this module."],
        [1, 2, "There is no answer from Bo to this question."],
    ]) {
        await choose(person, question);
        assert.strictEqual(await page.locator(".absent .what").textContent(), words);
        assert.ok((await page.locator(".absent .nearest").count()) > 0);
        assert.strictEqual(await playing(), false);
    }
});

test("the wall is walked in two directions, stands the film still, and plays what is chosen", async () => {
    await stage();
    await choose(0, 0);
    await page.keyboard.press("F4");
    assert.strictEqual(await playing(), false);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    const focused = await page.evaluate(() => document.activeElement.textContent);
    assert.strictEqual(focused, "Bo \u2013 A bad day: withheld");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    assert.strictEqual(await page.locator("#stage-title").textContent(), "What went wrong?");
    await until(() => [...document.querySelectorAll("video")].some((video) => !video.paused));
});

test("search finds what is said, without accents, and plays from there", async () => {
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.keyboard.type("CAFES bridges");
    await page.locator(".found button").click();
    assert.strictEqual(await page.locator(".person strong").textContent(), "Ada");
    await until(() => document.querySelector("video.shown").currentTime > 1.5);
});

test("the notebook outlives the page, can be taken away, and can be wiped", async () => {
    await stage();
    await choose(0, 0);
    await page.getByRole("button", { name: "Keep this answer" }).click();
    await page.getByRole("button", { name: "Notebook", exact: true }).click();
    await page.getByLabel("What you think").fill("Bridges?");
    await page.reload();
    await page.getByRole("button", { name: "Notebook", exact: true }).click();
    assert.strictEqual(await page.getByLabel("What you think").inputValue(), "Bridges?");
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Take away as a file" }).click();
    const taken = fs.readFileSync(await (await coming).path(), "utf8");
    assert.match(taken, /Ada \u2013 Beginnings\nHow did you become an engineer\?\nBridges\?/);
    await page.getByRole("button", { name: "Wipe the notebook" }).click();
    await page.getByRole("button", { name: "Wipe", exact: true }).click();
    assert.strictEqual(await page.locator(".pin").count(), 0);
    assert.strictEqual(await page.evaluate(() => localStorage.getItem("crosscut notebook small")), null);
});

test("a code gives the same mix on every computer", async () => {
    await stage();
    await choose(0, 0);
    const mix = async () => {
        await page.keyboard.press("r");
        await page.locator(".seed").click();
        await page.getByLabel("Another code").fill("k7qm2f");
        await page.keyboard.press("Enter");
        const heard = [];
        for (let draw = 0; draw < 4; ++draw) {
            heard.push(await page.title());
            await page.keyboard.press("n");
        }
        await page.keyboard.press("r");
        return heard;
    };
    assert.deepStrictEqual(await mix(), await mix());
});

test("while one types, letters are letters", async () => {
    await page.getByRole("button", { name: "Notebook", exact: true }).click();
    await page.getByLabel("Thoughts").fill("");
    await page.getByLabel("Thoughts").pressSequentially("what? 5 [hm]");
    assert.strictEqual(await page.getByLabel("Thoughts").inputValue(), "what? 5 [hm]");
    assert.strictEqual(await page.locator("dialog[open]").count(), 0);
});

for (const theme of ["dark", "light", "high-contrast", "cream"]) {
    test(`axe-core finds nothing against any screen in ${theme}`, async () => {
        const settings = { theme, captionLanguages: "both", descriptions: true };
        await page.evaluate((wanted) => localStorage.setItem("crosscut settings", JSON.stringify(wanted)), settings);
        await page.reload();
        await stage();
        await choose(0, 0);
        await page.getByRole("button", { name: "Transcript" }).click();
        await page.getByRole("button", { name: "Keep this answer" }).click();
        const screens = {
            about: () => page.getByRole("button", { name: "About", exact: true }).click(),
            stage: () => page.getByRole("button", { name: "Stage", exact: true }).click(),
            guesses: async () => {
                await page.getByRole("button", { name: "Settings" }).click();
                await page.getByLabel(/job last/).check();
                await page.getByRole("button", { name: "Close" }).click();
                await page.keyboard.press("Shift+U");
                for (let guess = 0; guess < 20; ++guess) await page.keyboard.type("a diver\n");
            },
            uncovered: async () => {
                await page.getByRole("button", { name: "Uncover the job" }).click();
                await page.getByLabel(/it surprised me/).fill("how early");
            },
            withheld: () => choose(1, 1),
            wall: () => page.getByRole("button", { name: "Wall", exact: true }).click(),
            plans: async () => {
                await page.getByRole("button", { name: "Lesson", exact: true }).click();
                await page.locator(".steps summary").first().click();
            },
            bell: async () => {
                await page.locator("#bell-before").fill("2 minutes");
                await page.keyboard.press("Enter");
            },
            lesson: () => page.getByRole("button", { name: "Start this lesson" }).click(),
            step: () => page.keyboard.press("PageDown"),
            search: async () => {
                await page.getByRole("button", { name: "Search", exact: true }).click();
                await page.keyboard.type("rained");
                await page.locator(".found button").waitFor();
            },
            notebook: () => page.getByRole("button", { name: "Notebook", exact: true }).click(),
            settings: () => page.getByRole("button", { name: "Settings" }).click(),
            keys: async () => {
                await page.getByRole("button", { name: "Close" }).click();
                await page.getByRole("button", { name: "Keys" }).click();
            },
        };
        const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
        for (const [name, go] of Object.entries(screens)) {
            await go();
            await page.evaluate(axe);
            const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
            const words = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
            assert.deepStrictEqual(words, [], name);
        }
    });
}

test("the page asked for nothing but its own files, and made no mistake", () => {
    assert.ok(asked.length > 0);
    for (const address of asked) assert.match(address, /^(file|blob|data):/);
    // The film in a container that this browser may not know is one of the test's own.
    assert.deepStrictEqual(faults.filter((fault) => !/dot\.mkv/.test(fault)), []);
});
