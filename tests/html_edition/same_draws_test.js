// The page draws and walks as the program does: both are asked the same, and told apart by nothing.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { execFileSync } = require("node:child_process");

const sources = path.join(__dirname, "../../assets/html_edition");
const logic = ["speech.js", "seed.js", "difference.js", "bag.js", "walk_onward.js", "walk.js"]
    .map((name) => fs.readFileSync(path.join(sources, name), "utf8"))
    .join("\n");
const { Bag, Walk, seedText, seedFromText, nextSeed, contrastOf, nearestOf, playsOnTo, lot } = new Function(
    `"use strict"; ${logic}; return { Bag, Walk, seedText, seedFromText, nextSeed, contrastOf, nearestOf, playsOnTo, lot };`,
)();

const modules = JSON.parse(execFileSync(process.env.CROSSCUT_PRINT_WALKS, { maxBuffer: 1 << 28 }).toString());
const pair = (cell) => (cell ? [cell.person, cell.question] : null);

test("lots are those of docs/mix.md", () => {
    assert.strictEqual(lot(0, 0, 0), 1680814304);
    assert.strictEqual(lot(7, 3, 12), 1252435180);
    assert.strictEqual(lot(4294967295, 4294967295, 19), 3090521134);
});

test("a seed reads as it is written, and as people type it", () => {
    assert.strictEqual(seedText(645648463), "K7QM-2F");
    for (const typed of ["K7QM-2F", "k7qm2f", " k7 qm\u20132f ", "0k7qm2f"]) assert.strictEqual(seedFromText(typed), 645648463);
    for (const typed of ["", "-", "K7QM-2U", "ZZZZ-ZZZ", "12345678", "\u00e4"]) assert.strictEqual(seedFromText(typed), null);
    assert.strictEqual(seedFromText("oil"), seedFromText("011"));
});

modules.forEach(({ grid, mixes, walks }) => {
    const name = `${grid.people} x ${grid.questions}`;

    test(`${name}: a list of 100 is the program's, for every seed and scope`, () => {
        for (const mix of mixes) {
            const bag = new Bag(grid, mix.scope, mix.seed);
            const draws = [];
            for (let previous = null; draws.length < 100; bag.take(previous)) {
                previous = bag.next(previous);
                if (!previous) break;
                draws.push(pair(previous));
            }
            assert.deepStrictEqual(draws, mix.draws, `seed ${mix.text}`);
            assert.strictEqual(seedText(mix.seed), mix.text);
            assert.strictEqual(seedFromText(mix.text), mix.seed);
            assert.strictEqual(nextSeed(mix.seed), mix.next);
        }
    });

    test(`${name}: whatever is asked of a walk leads where the program's leads`, () => {
        for (const { seed, steps } of walks) {
            const walk = new Walk(grid, seed);
            steps.forEach(({ asked, state }, place) => {
                if (asked?.[0] === "chooseCell") walk.chooseCell({ person: asked[1], question: asked[2] });
                else if (asked) walk[asked[0]](...asked.slice(1));
                const boundary = walk.boundary && { ...walk.boundary };
                if (boundary && "next" in boundary) boundary.next = pair(boundary.next);
                const seen = {
                    number: walk.cue.number,
                    cell: pair(walk.cue.cell),
                    standing: walk.cue.standing,
                    failed: walk.cue.failed,
                    way: walk.way,
                    seed: walk.seed,
                    boundary,
                    passed: walk.passedOver.map(pair),
                    reason: walk.reason,
                    noContrast: walk.noContrast,
                    contrast: walk.apartFrom === null ? null : contrastOf(grid, walk.apartFrom, "One", walk.cue.cell.person, "Other"),
                    heard: walk.heardCells.size,
                    nearest: nearestOf(walk).map(pair),
                    playsOnTo: pair(playsOnTo(walk)),
                    canGoBack: walk.canGoBack,
                };
                assert.deepStrictEqual(seen, state, `seed ${seed}, step ${place}: ${JSON.stringify(asked)}`);
            });
        }
    });
});
