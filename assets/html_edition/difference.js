// How people differ, by their facts; the same words as lessons/reason.cpp.

/**
 * What a walk needs to know of a module: who answered what, and what people can be compared by.
 * @typedef {object} Grid
 * @property {number} people
 * @property {number} questions
 * @property {boolean[]} playable  people * questions, one person after another
 * @property {string[]} says       per kind of fact: "left school at {value}"
 * @property {(string | null)[][]} facts  facts[person][kind]
 * @property {(string | null)[][]} [told]  the same as they are said, where that is not alike
 * @property {boolean[][]} [silent]  silent[person][kind]: compared, but not to be said
 *
 * @typedef {{person: number, question: number}} Cell
 */

const MOST_FACTS_NAMED = 2;

/** @param {Grid} grid @param {number} person @param {number} kind @returns {string | null} */
function factOf(grid, person, kind) {
    return grid.facts[person]?.[kind] ?? null;
}

/** How a fact that is known is said. @param {Grid} grid @param {number} person @param {number} kind */
function wordsOf(grid, person, kind) {
    return grid.told?.[person]?.[kind] ?? factOf(grid, person, kind);
}

/** Whether it may be said why two people differ by it. @param {Grid} grid */
function maySay(grid, person, kind) {
    return !grid.silent?.[person]?.[kind];
}

/** @param {Grid} grid @param {number} kind @param {number} one @param {number} other */
function differIn(grid, kind, one, other) {
    const a = factOf(grid, one, kind);
    const b = factOf(grid, other, kind);
    return a !== null && b !== null && a !== b;
}

/** In how many facts these people differ: known of both, and not equal. */
function factsApart(grid, one, other) {
    return grid.says.filter((_, kind) => differIn(grid, kind, one, other)).length;
}

/** @param {string | null} value @returns {number | null} a whole number of at most nine digits */
function numberOf(value) {
    return value !== null && /^(\d{1,9}|-0{1,8})$/.test(value) ? Math.abs(Number(value)) : null;
}

/** In thousandths: how far apart two numbers are, against the furthest apart of all. */
function tellingOfNumbers(grid, kind, one, other) {
    const all = [one, other];
    for (let person = 0; person < grid.people; ++person) {
        const number = numberOf(factOf(grid, person, kind));
        if (number !== null) all.push(number);
    }
    const span = Math.max(...all) - Math.min(...all);
    return span === 0 ? 0 : Math.floor((1000 * Math.abs(one - other)) / span);
}

/** In thousandths: how many of all pairs of people have the same to say here. */
function tellingOfWords(grid, kind) {
    /** @type {Map<string, number>} */
    const peopleWith = new Map();
    let known = 0;
    for (let person = 0; person < grid.people; ++person) {
        const value = factOf(grid, person, kind);
        if (value === null) continue;
        peopleWith.set(value, (peopleWith.get(value) ?? 0) + 1);
        ++known;
    }
    let alike = 0;
    for (const count of peopleWith.values()) alike += count * (count - 1);
    return known < 2 ? 0 : Math.floor((1000 * alike) / (known * (known - 1)));
}

/** @param {string} says @returns {{before: string, after: string}} */
function sentenceOf(says) {
    const place = says.indexOf("{value}");
    if (place >= 0) return { before: says.slice(0, place), after: says.slice(place + 7) };
    return { before: says === "" || says.endsWith(" ") ? says : says + " ", after: "" };
}

/** A last word of one or two letters belongs to what follows it: "at 16, then at 30". */
function saidAgain(before) {
    const words = before.replace(/ +$/, "");
    if (words === "") return "";
    if (words === before) return before; // "aged-{value}" is one word
    const last = words.slice(words.lastIndexOf(" ") + 1);
    return [...last].length <= 2 ? last + " " : "";
}

/** The facts in which two people differ most tellingly, as sentences about each. */
function contrasts(grid, one, other) {
    const found = [];
    grid.says.forEach((says, kind) => {
        if (!maySay(grid, one, kind) || !maySay(grid, other, kind)) return;
        if (!differIn(grid, kind, one, other)) return;
        const a = factOf(grid, one, kind);
        const b = factOf(grid, other, kind);
        const first = numberOf(a);
        const second = numberOf(b);
        const sentence = sentenceOf(says);
        const telling =
            first !== null && second !== null
                ? tellingOfNumbers(grid, kind, first, second)
                : tellingOfWords(grid, kind);
        found.push({
            telling,
            ofOne: sentence.before + wordsOf(grid, one, kind) + sentence.after,
            ofOther: saidAgain(sentence.before) + wordsOf(grid, other, kind) + sentence.after,
        });
    });
    return found.sort((a, b) => b.telling - a.telling).slice(0, MOST_FACTS_NAMED);
}

/** "left school at 16, then at 30; an apprenticeship, then a doctorate" */
function contrastBetween(grid, before, now) {
    return contrasts(grid, before, now)
        .map((contrast) => _("{}, then {}", contrast.ofOne, contrast.ofOther))
        .join("; ");
}

/** The same facts, person by person: "Tom: left school at 16; Ines: at 30". */
function contrastOf(grid, one, nameOfOne, other, nameOfOther) {
    const found = contrasts(grid, one, other);
    if (found.length === 0) return "";
    const ofOne = found.map((contrast) => contrast.ofOne).join(", ");
    const ofOther = found.map((contrast) => contrast.ofOther).join(", ");
    return `${nameOfOne}: ${ofOne}; ${nameOfOther}: ${ofOther}`;
}
