// What the page says, in the language that it was exported in: as catalogue/words.h does it for the
// program. Sentences stand in the scripts in English, as they are read, in one piece and without
// backslashes: the exporter finds them there (player/app/html_edition/edition_words.cpp), tools/languages, too.

/**
 * What the exporter writes into the page.
 * @typedef {object} PageWords
 * @property {Record<string, string[]>} sentences  by the English one (of a plural: that for one)
 * @property {number[]} plural_forms  which form a number has; larger ones by their last two digits
 */

/** @type {PageWords} */
let spoken = { sentences: {}, plural_forms: [] };

/** @param {PageWords} words */
function speak(words) {
    spoken = words;
}

/** Marks a sentence of a table that is said later: _(row.words). */
const saidLater = (english) => english;

function filled(text, values) {
    let next = 0;
    return text.replace(/\{(\d*)\}/g, (place, number) => String(values[number === "" ? next++ : Number(number)] ?? place));
}

/** The sentence in that language, with values in its places: _("Volume {} %", 50). */
function _(english, ...values) {
    return filled(spoken.sentences[english]?.[0] ?? english, values);
}

/** One of two English sentences, or of as many as the language has; the number is the first value. */
function plural(one, many, number, ...more) {
    const forms = spoken.sentences[one];
    const form = spoken.plural_forms[number < 200 ? number : 100 + (number % 100)];
    return filled(forms?.[form] ?? (number === 1 ? one : many), [number, ...more]);
}
