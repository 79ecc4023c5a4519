// What a class reads of a lesson: the same words as in the program. All of it goes through the gate
// of words.js, for a plan may name a job that is still covered.

const TALKS = {
    alone: saidLater("On your own"),
    pair: saidLater("In pairs"),
    four: saidLater("In fours"),
    circle: saidLater("In circles of 5 to 13"),
    all: saidLater("All together"),
    adviser: saidLater("With the adviser"),
};
const AREAS = {
    "grow-throughout-life": saidLater("Grow throughout life"),
    "explore-possibilities": saidLater("Explore possibilities"),
    "manage-career": saidLater("Manage career"),
    "create-opportunities": saidLater("Create opportunities"),
    "balance-life-and-work": saidLater("Balance life and work"),
    "see-the-big-picture": saidLater("See the big picture"),
};

function talkText(talk) {
    return _(TALKS[talk] ?? TALKS.all);
}

/** Empty when it is left out. @param {OrderItem} item */
function minutesText(item) {
    return item.kept ? _("{} min", Math.max(1, wholeMinutes(timeOf(item)))) : "";
}

/** @param {OrderItem} item @param {PlanCue} cue */
function stepNote(item, cue) {
    if (item.why !== "") return item.why;
    const talk = talkText(cue.talk);
    const note = item.clips.length > 0 ? plural("{} clip · {}", "{} clips · {}", item.clips.length, talk) : talk;
    return item.rounds > 1 ? `${note} · ${_("{} rounds of headsets", item.rounds)}` : note;
}

/** "Bell in 12 min. Fits: ..."; empty without a bell. @param {Lesson} lesson */
function bellText(lesson) {
    const left = lesson.untilBell;
    if (left === null || lesson.done) return "";
    return `${left < 0 ? _("The bell has rung") : _("Bell in {} min", Math.ceil(left / 60))}. ${lesson.fitting}`;
}

/** @param {Plan} plan @param {number} week that comes next */
function planTime(plan, week) {
    const time = plan.weeks > 1 ? _("{} x {} min, next is week {}", plan.weeks, plan.minutes, week) : _("{} min", plan.minutes);
    return `${time} · ${_("{} to {} pupils", plan.fewest_pupils, plan.most_pupils)}`;
}

/** @param {Plan} plan */
function planAreas(plan) {
    const areas = plan.areas.map((area) => _(AREAS[area])).join(", ");
    const numbers = plan.benchmarks.join(", ");
    const benchmarks = plan.benchmarks.length > 1 ? _("Gatsby benchmarks {}", numbers) : numbers && _("Gatsby benchmark {}", numbers);
    return [areas, benchmarks].filter((words) => words !== "").join(" · ");
}

/** Questions that this module does not ask. @param {Plan} plan */
function planLacks(plan) {
    const clips = plan.cues.flatMap((cue) => cue.clips).filter((one) => one.chosen !== "picked" && one.question === null);
    const missing = [...new Set(clips.map((one) => one.asks))].sort();
    return missing.length > 0 ? _("This module does not ask {} of its questions ({}).", missing.length, missing.join(", ")) : "";
}

/** What going on leads to, for a button. @param {Lesson} lesson @param {Words} words */
function nextStepText(lesson, words) {
    if (lesson.paused) return _("Go on with the film");
    const { next } = lesson;
    if (next === null) return "";
    if (next.part === "done") return _("End of the lesson");
    if (next.part === "rules") return _("Ground rules");
    const item = lesson.order[next.item];
    const cue = lesson.plan.cues[item.cue];
    if (next.part === "clip") {
        const name = words.name(item.clips[next.clip].cell.person);
        return item.clipsKept === 1 ? _("Film: {}", name) : _("Film {} of {}: {}", next.clip + 1, item.clipsKept, name);
    }
    const sameItem = next.item === lesson.stop.item && lesson.cue !== null;
    return sameItem && next.part === "after" ? _("Talk: {}", talkText(cue.talk)) : words.withoutJobs(cue.title);
}

/**
 * What the class reads at this step. Words of the plan are in its language, others in the page's.
 * @param {Lesson} lesson
 * @returns {{title: string, ofPlan: boolean, note: string, blocks: Block[], after: string, talk: string}}
 *     after: words of the page below those of the plan; talk: empty while nobody is asked to
 */
function promptOf(lesson) {
    const { plan, cue, stop, pause } = lesson;
    const prompt = { title: plan.title, ofPlan: true, note: "", blocks: [], after: "", talk: "" };
    if (lesson.done) {
        const over = lesson.week < plan.weeks ? _("That was week {} of {}.", lesson.week, plan.weeks) : _("That was the lesson.");
        return { ...prompt, after: over };
    }
    if (cue === null) return { ...prompt, title: _("Before we begin"), ofPlan: false, note: plan.content_note, blocks: plan.rules };
    prompt.title = cue.title;
    if (pause) return { ...prompt, blocks: pause.blocks, talk: talkText(cue.talk) };
    const after = stop.part === "after";
    return {
        ...prompt,
        note: stop.part === "before" ? cue.content_note : "",
        blocks: after ? cue.after : stop.part === "before" ? cue.before : [],
        after: lesson.picksInVain ? _("Nothing has been kept here yet: talk about what you remember.") : "",
        talk: after || lesson.timer ? talkText(cue.talk) : "",
    };
}

/** One line of a prompt's words. @param {Block[]} blocks @param {Words} words */
function lineOfBlocks(blocks, words) {
    return words.withoutJobs(blocks.map((block) => block.text).join(" "));
}

/** Blocks as elements: what follows each other in a list is one. @param {Block[]} blocks @param {Words} words */
function blockElements(blocks, words, attributes = {}) {
    const elements = [];
    let list = null;
    for (const { kind, number, text } of blocks) {
        const shown = words.withoutJobs(text);
        const tag = { bullet: "ul", numbered: "ol" }[kind];
        if (!tag) {
            list = null;
            elements.push(make(kind === "heading" ? "h3" : "p", { text: shown, ...attributes }));
            continue;
        }
        if (list?.localName !== tag) {
            list = make(tag, { class: "marked", start: kind === "numbered" ? number : null, ...attributes });
            elements.push(list);
        }
        list.append(make("li", { text: shown }));
    }
    return elements;
}
