// What a class guesses before a job is uncovered: kept as it was said. There is no right or wrong.

const MOST_GUESSES = 200; // of one person
const LONGEST_GUESS = 200;

/** The guesses of a page, by people's ids, in this browser only. */
class Guesses {
    /** @param {Module} module */
    constructor(module) {
        this.module = module;
        this.place = `crosscut guesses ${module.id}`;
        /** What surprised somebody stands beside it once the job is uncovered. @type {Map<string, {lines: string[], unfinished: string, surprise: string}>} */
        this.ofPeople = new Map();
        const read = kept.read(this.place) ?? {};
        const text = (value) => (typeof value === "string" ? value.slice(0, LONGEST_GUESS) : "");
        for (const { id } of module.people) {
            const found = read[id];
            if (id === "" || !found) continue;
            const lines = (Array.isArray(found.lines) ? found.lines : []).map(text).filter((line) => line !== "");
            this.ofPeople.set(id, { lines: lines.slice(0, MOST_GUESSES), unfinished: text(found.unfinished), surprise: text(found.surprise) });
        }
    }

    /** @param {number} person */
    of(person) {
        const { id } = this.module.people[person];
        if (!this.ofPeople.has(id)) this.ofPeople.set(id, { lines: [], unfinished: "", surprise: "" });
        return this.ofPeople.get(id);
    }

    /** What the notebook says of them, by people who are here: only those of whom something was noted. */
    get noted() {
        const part = (heading, linesOf) => {
            const people = this.module.people
                .map(({ id }, person) => ({ person, lines: linesOf(this.ofPeople.get(id)).filter((line) => line.trim() !== "") }))
                .filter(({ lines }) => lines.length > 0);
            return { heading, people };
        };
        const nothing = { lines: [], surprise: "" };
        return [
            part(_("What I guessed"), (of) => (of ?? nothing).lines),
            part(_("What surprised me"), (of) => [(of ?? nothing).surprise]),
        ].filter(({ people }) => people.length > 0);
    }

    save() {
        const some = [...this.ofPeople].filter(([, { lines, unfinished, surprise }]) => lines.length > 0 || unfinished !== "" || surprise !== "");
        kept.write(this.place, some.length > 0 ? Object.fromEntries(some) : null);
    }

    wipe() {
        this.ofPeople.clear();
        this.save();
    }
}

/** Beside the film: what was guessed of whoever is on the stage, and then what they do. */
class GuessesPanel {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        this.invitation = make("p", { class: "quiet" });
        this.field = make("input", { type: "text", id: "guess-field", autocomplete: "off", maxlength: String(LONGEST_GUESS), placeholder: _("One guess, then Enter") });
        this.field.addEventListener("input", () => this.#typed());
        this.add = button(_("Add"), () => this.#add());
        this.asks = make("form", {}, this.invitation, make("label", { for: "guess-field", text: _("A guess") }), make("div", { class: "row" }, this.field, this.add));
        this.asks.addEventListener("submit", (event) => {
            event.preventDefault();
            this.#add();
        });
        this.surprise = make("input", { type: "text", id: "surprise-field", autocomplete: "off", maxlength: String(LONGEST_GUESS), placeholder: _("What did you not expect?") });
        this.surprise.addEventListener("input", () => this.#surprised());
        this.after = make("div", { class: "after" }, make("label", { for: "surprise-field", text: _("After: it surprised me that …") }), this.surprise);
        this.job = make("p", { class: "job", ...app.words.ofModule });
        this.said = make("p", { class: "quiet" });
        this.list = make("ol", {});
        this.element = make(
            "section",
            { class: "guesses", "aria-labelledby": "guesses-title", tabindex: "0", hidden: true }, // many guesses scroll
            make("h3", { id: "guesses-title", text: _("Guesses") }),
            this.asks,
            make("div", { "aria-live": "polite" }, this.job),
            this.said,
            this.list,
            this.after,
        );
    }

    get #person() {
        return this.app.walk.cue.cell.person;
    }

    /** Whether there is anything to guess here, or anything was. */
    get hasPurpose() {
        return this.app.words.jobLast || this.app.guesses.of(this.#person).lines.length > 0;
    }

    open() {
        this.element.hidden = false;
        this.show();
        if (this.app.words.covers(this.#person)) this.field.focus();
    }

    close() {
        this.element.hidden = true;
    }

    show() {
        if (this.element.hidden) return;
        const { words, guesses } = this.app;
        const person = this.#person;
        const { lines, unfinished, surprise } = guesses.of(person);
        const covered = words.covers(person);
        this.asks.hidden = !covered;
        this.invitation.textContent = _("What may {} work as? Say it or type it, a line for each guess. Nothing here is right or wrong.", words.name(person));
        if (this.field.value !== unfinished) this.field.value = unfinished;
        this.add.disabled = unfinished.trim() === "";
        const job = words.job(person);
        exchangeText(this.job, covered ? "" : job ? job[0].toUpperCase() + job.slice(1) : _("The module names no job"));
        if (covered) this.said.textContent = lines.length > 0 ? "" : _("No guess yet.");
        else this.said.textContent = lines.length > 0 ? _("What was guessed:") : _("Nobody had typed a guess.");
        // Where nobody guessed, nothing can surprise.
        this.after.hidden = covered || (lines.length === 0 && surprise === "");
        if (this.surprise.value !== surprise) this.surprise.value = surprise;
        this.list.replaceChildren(...lines.map((line, place) => this.#row(line, place, covered)));
    }

    #row(line, place, covered) {
        const back = button("\u21b6", () => this.#takeBack(place), { "aria-label": _("Take back: {}", line), class: "icon" });
        return make("li", {}, make("span", { text: line }), covered ? back : null);
    }

    #typed() {
        this.app.guesses.of(this.#person).unfinished = this.field.value;
        this.app.guesses.save();
        this.add.disabled = this.field.value.trim() === "";
    }

    #surprised() {
        this.app.guesses.of(this.#person).surprise = this.surprise.value;
        this.app.guesses.save();
    }

    #add() {
        const guesses = this.app.guesses.of(this.#person);
        const line = guesses.unfinished.trim();
        if (line === "" || guesses.lines.length >= MOST_GUESSES) return;
        guesses.lines.push(line);
        guesses.unfinished = "";
        this.#changed();
        this.list.scrollTop = this.list.scrollHeight;
    }

    /** What is in the field is not lost: it takes the place of what comes back. */
    #takeBack(place) {
        const guesses = this.app.guesses.of(this.#person);
        const line = guesses.lines[place];
        const unfinished = guesses.unfinished.trim();
        guesses.lines.splice(place, 1, ...(unfinished ? [unfinished] : []));
        guesses.unfinished = line;
        this.#changed();
    }

    #changed() {
        this.app.guesses.save();
        this.show();
        this.field.focus();
    }
}
