// A plan shows whom it shows in the program, and its steps lead where they lead there.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { execFileSync } = require("node:child_process");

const sources = path.join(__dirname, "../../assets/html_edition");
const logic = ["speech.js", "seed.js", "difference.js", "bag.js", "fit.js", "plan_picks.js", "lesson.js", "lesson_words.js"]
    .map((name) => fs.readFileSync(path.join(sources, name), "utf8"))
    .join("\n");
const parts = "{ Lesson, PlanPicker, bellFromText, minutesText, promptOf, nextStepText }";
const { Lesson, PlanPicker, bellFromText, minutesText, promptOf, nextStepText } = new Function(`"use strict"; ${logic}; return ${parts};`)();

const { modules, bells } = JSON.parse(execFileSync(process.env.CROSSCUT_PRINT_LESSONS, { maxBuffer: 1 << 28 }).toString());
const pair = (cell) => (cell ? [cell.person, cell.question] : null);
const cellOf = ([person, question]) => ({ person, question });
const words = { name: (person) => `Person ${person}`, withoutJobs: (text) => text };

function stateOf(lesson, into) {
    const { part, item, clip } = lesson.stop;
    const prompt = promptOf(lesson);
    const shown = [...prompt.blocks.map((block) => block.text), ...(prompt.after ? [prompt.after] : [])];
    return {
        stop: [part, item, clip],
        pause: lesson.pause?.at ?? null,
        beside: lesson.promptAt(into)?.at ?? null,
        next: nextStepText(lesson, words),
        seen: lesson.seen.length,
        takesPicks: lesson.takesPicks,
        order: lesson.order.map((item) => ({ kept: item.kept, clips: item.clipsKept, rounds: item.rounds, talk: item.talkGiven, why: item.why, minutes: minutesText(item) })),
        fitting: lesson.fitting,
        untilBell: lesson.untilBell,
        timeLeft: lesson.timeLeft,
        canGoBack: lesson.canGoBack,
        clip: pair(lesson.clip?.cell ?? null),
        prompt: lesson.clip && !lesson.paused ? null : { title: prompt.title, words: shown, note: prompt.note, talk: prompt.talk },
    };
}

modules.forEach(({ grid, lengths, plan, lessons }, place) => {
    test(`plan ${place} for ${grid.people} x ${grid.questions} is the program's, step by step`, () => {
        for (const { seed, week, picked, heard, resolved, steps } of lessons) {
            const labels = Array.from({ length: grid.questions }, (_, question) => `Label ${question}`);
            const picks = (cells) => new PlanPicker({ grid, labels, lengths, picked: cells.map(cellOf), heard }, seed).pick(plan, week);
            const own = picks(picked);
            const order = own.order.map(({ cue, clips, talk }) => ({ cue, clips: clips.map(({ cell, length }) => ({ cell: pair(cell), length })), talk }));
            assert.deepStrictEqual({ order, notes: own.notes }, resolved, `seed ${seed}`);
            let now = 0;
            const lesson = new Lesson(plan, week, seed, own, () => now);
            steps.forEach(({ asked, into, at, state }, step) => {
                now = at;
                if (asked?.[0] === "takePicks") lesson.takePicks(picks(asked[1]));
                else if (asked?.[0] === "setBell") lesson.setBell(asked[1] === null ? null : now + asked[1], asked[2]);
                else if (asked) lesson[asked[0]](...asked.slice(1));
                assert.deepStrictEqual(stateOf(lesson, into), state, `seed ${seed}, step ${step}: ${JSON.stringify(asked)}`);
            });
        }
    });
});

test("what is written about the bell is understood as the program understands it", () => {
    for (const { text, wish } of bells) assert.deepStrictEqual(bellFromText(text), wish, text);
});
