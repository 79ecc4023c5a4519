// What a pupil kept and wrote: pins and thoughts, keyed by ids, in this browser only. Saved at
// every letter.

/**
 * @typedef {object} Pin
 * @property {string} person    id
 * @property {string} question  id
 * @property {string} words     quoted from the transcript; may be empty
 * @property {string} thought
 */

class Notebook {
    /** @param {Module} module @param {() => void} changed */
    constructor(module, changed) {
        this.module = module;
        this.changed = changed;
        this.place = `crosscut notebook ${module.id}`;
        this.saved = true;
        const read = kept.read(this.place);
        const text = (value) => (typeof value === "string" ? value : "");
        this.name = text(read?.name);
        this.thought = text(read?.thought);
        /** @type {Pin[]} */
        this.pins = (Array.isArray(read?.pins) ? read.pins : []).map((pin) => ({
            person: text(pin?.person),
            question: text(pin?.question),
            words: text(pin?.words),
            thought: text(pin?.thought),
        }));
    }

    /** Where a pin is in this module; null when it is not there any more. @returns {Cell | null} */
    cellOf(pin) {
        const person = this.module.people.findIndex((one) => one.id !== "" && one.id === pin.person);
        const question = this.module.questions.findIndex((one) => one.id === pin.question);
        return person < 0 || question < 0 ? null : { person, question };
    }

    /** @param {Cell} cell */
    has(cell) {
        const { person, question } = this.#idsOf(cell);
        return this.pins.some((pin) => pin.person === person && pin.question === question);
    }

    /** Keeps an answer, once; words are added to it. @param {Cell} cell @param {string} words */
    keep(cell, words) {
        const ids = this.#idsOf(cell);
        const found = this.pins.find((pin) => pin.person === ids.person && pin.question === ids.question);
        if (!found) this.pins.push({ ...ids, words, thought: "" });
        else if (words && !found.words.includes(words)) found.words = found.words ? `${found.words}\n${words}` : words;
        this.save();
    }

    /** @param {Pin} pin */
    remove(pin) {
        this.pins = this.pins.filter((one) => one !== pin);
        this.save();
    }

    save() {
        this.saved = kept.write(this.place, { name: this.name, thought: this.thought, pins: this.pins });
        this.changed();
    }

    wipe() {
        this.name = "";
        this.thought = "";
        this.pins = [];
        this.saved = kept.write(this.place, null);
        this.changed();
    }

    /** What was quoted, as it may be shown now. @param {Pin} pin @param {Words} words */
    quoted(pin, words) {
        const cell = this.cellOf(pin);
        if (cell === null) return pin.words;
        return words.cell(cell).state === "playable" ? words.of(cell.person, pin.words) : "";
    }

    /** As a text that can be read anywhere, with what was guessed. @param {Words} words @param {Guesses} guesses */
    text(words, guesses) {
        const lines = [_("{}: notebook", this.module.title), ""];
        if (this.name) lines.push(_("Notebook of {}", this.name), "");
        if (this.thought) lines.push(this.thought, "");
        for (const pin of this.pins) {
            const cell = this.cellOf(pin);
            lines.push(cell ? words.cellName(cell) : _("An answer that is not here any more"));
            if (cell) lines.push(words.question(cell));
            const quoted = this.quoted(pin, words);
            if (quoted) lines.push(`\u201c${quoted}\u201d`);
            if (pin.thought) lines.push(pin.thought);
            lines.push("");
        }
        for (const { heading, people } of guesses.noted) {
            lines.push(heading, "");
            for (const noted of people) lines.push(words.name(noted.person), ...noted.lines, "");
        }
        return lines.join("\n");
    }

    #idsOf({ person, question }) {
        return { person: this.module.people[person].id, question: this.module.questions[question].id };
    }
}

/** The notebook's screen. */
class NotebookView {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        this.list = make("div", { class: "pins" });
        this.guessed = make("div", { class: "pins" });
        this.state = make("p", { role: "status", class: "quiet" });
        this.name = make("input", { type: "text", id: "notebook-name", autocomplete: "off" });
        this.thought = make("textarea", { id: "notebook-thought", rows: "4" });
        this.name.addEventListener("input", () => this.#typed("name", this.name.value));
        this.thought.addEventListener("input", () => this.#typed("thought", this.thought.value));
        this.element = make(
            "section",
            { class: "page", "aria-labelledby": "notebook-title", hidden: true },
            make("h2", { id: "notebook-title", tabindex: "-1", text: _("Notebook") }),
            make("p", { class: "quiet no-print", text: _("It stays in this browser, on this computer, until you wipe it. Take it away as a file if others use this computer too.") }),
            make(
                "div",
                { class: "row no-print" },
                button(_("Take away as a file"), () => this.#takeAway()),
                button(_("Print"), () => window.print()),
                button(_("Wipe the notebook"), () => this.#askToWipe()),
            ),
            this.state,
            make("label", { for: "notebook-name", text: _("Name, if you like") }),
            this.name,
            make("label", { for: "notebook-thought", text: _("Thoughts") }),
            this.thought,
            this.list,
            this.guessed,
        );
    }

    show() {
        const { notebook } = this.app;
        this.name.value = notebook.name;
        this.thought.value = notebook.thought;
        this.list.replaceChildren(...notebook.pins.map((pin, place) => this.#pin(pin, place)));
        if (notebook.pins.length === 0) {
            const key = this.app.keys.of("keep");
            const how = _("“Keep this answer” beside the film puts an answer here; words that are marked in the transcript come with it.");
            this.list.append(make("p", { class: "quiet", text: [_("Nothing is kept yet."), how, key ? _("Its key is {}.", key) : ""].join(" ").trim() }));
        }
        this.guessed.replaceChildren(...this.app.guesses.noted.map((part) => this.#noted(part)));
        this.say();
    }

    say() {
        const failed = _("This browser keeps nothing for this page. Take the notebook away as a file before you close the page.");
        this.state.textContent = this.app.notebook.saved ? "" : failed;
        this.state.classList.toggle("alert", !this.app.notebook.saved);
    }

    #typed(field, value) {
        this.app.notebook[field] = value;
        this.app.notebook.save();
        this.say();
    }

    #pin(pin, place) {
        const { words, notebook } = this.app;
        const cell = notebook.cellOf(pin);
        const there = cell !== null && words.cell(cell).state === "playable";
        const still = there ? words.still(cell) : "";
        const quoted = notebook.quoted(pin, words);
        const area = make("textarea", { id: `pin-${place}`, rows: "3" });
        area.value = pin.thought;
        area.addEventListener("input", () => {
            pin.thought = area.value;
            notebook.save();
            this.say();
        });
        return make(
            "article",
            { class: "pin", "aria-labelledby": `pin-title-${place}` },
            still ? make("img", { src: addressOf(still), alt: "", width: "192", height: "108" }) : null,
            make(
                "div",
                {},
                make("h3", { id: `pin-title-${place}`, text: cell ? words.cellName(cell) : _("An answer that is not here any more"), ...words.ofModule }),
                cell ? make("p", { text: words.question(cell), ...words.ofModule }) : null,
                cell && !there ? make("p", { class: "quiet", text: words.absence(cell) }) : null,
                quoted ? make("blockquote", { text: quoted, ...words.ofModule }) : null,
                make("label", { for: `pin-${place}`, text: _("What you think") }),
                area,
                make(
                    "div",
                    { class: "row no-print" },
                    there ? button(_("Play"), () => this.app.choose(cell)) : null,
                    button(_("Take out"), () => this.#askToRemove(pin), { "aria-label": _("Take out: {}", cell ? words.cellName(cell) : _("An answer that is not here any more")) }),
                ),
            ),
        );
    }

    /** They are changed where they were written, beside the film. */
    #noted({ heading, people }) {
        const { words } = this.app;
        const rows = people.flatMap(({ person, lines }) => [
            make("h4", { text: words.name(person), ...words.ofModule }),
            make("ul", {}, ...lines.map((line) => make("li", { text: line }))),
        ]);
        return make("section", { class: "noted" }, make("h3", { text: heading }), ...rows);
    }

    #askToRemove(pin) {
        const remove = () => {
            this.app.notebook.remove(pin);
            this.show();
            this.element.querySelector("h2").focus();
        };
        if (pin.thought === "") remove();
        else this.app.panels.ask(_("Take this out, with what is written beside it?"), _("Take out"), remove);
    }

    #askToWipe() {
        this.app.panels.ask(_("Wipe everything in this notebook? It cannot be brought back."), _("Wipe"), () => {
            this.app.notebook.wipe();
            this.app.guesses.wipe();
            this.show();
            this.app.say(_("The notebook is empty"));
        });
    }

    #takeAway() {
        const text = this.app.notebook.text(this.app.words, this.app.guesses);
        const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
        const link = make("a", { href: address, download: `notebook-${this.app.module.id}.txt` });
        link.click();
        setTimeout(() => URL.revokeObjectURL(address), 10000);
        this.app.say(_("The notebook goes to this computer’s downloads"));
    }
}
