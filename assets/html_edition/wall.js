// The wall: people across, questions down, a still in every cell. A grid that the arrows walk.

class WallView {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        this.cells = [];
        this.at = null;
        this.table = make("table", { role: "grid", "aria-labelledby": "wall-title" });
        this.element = make(
            "section",
            { class: "wall", "aria-labelledby": "wall-title", hidden: true },
            make("h2", { id: "wall-title", class: "seen-by-readers", tabindex: "-1", text: _("The wall: people across, questions down") }),
            make("div", { class: "wall-scroll" }, this.table),
        );
        this.table.addEventListener("keydown", (event) => this.#pressed(event));
    }

    show() {
        if (this.cells.length === 0) this.#build();
        const { walk, words, notebook } = this.app;
        const here = walk.cue.cell;
        const questions = walk.grid.questions;
        this.cells.forEach((cell, place) => {
            const at = { person: place % walk.grid.people, question: Math.floor(place / walk.grid.people) };
            const answer = words.cell(at);
            const marks = [words.stateWords(at)];
            if (walk.heard(at)) marks.push(_("heard"));
            if (notebook.has(at)) marks.push(_("kept"));
            const picture = cell.querySelector("img");
            if (picture) picture.hidden = words.still(at) === "";
            cell.querySelector(".marks").textContent = marks.filter((mark) => mark !== "").join(", ");
            cell.classList.toggle("heard", walk.heard(at));
            if (sameCell(at, here)) cell.setAttribute("aria-current", "true");
            else cell.removeAttribute("aria-current");
            cell.title = `${words.cellName(at)}${answer.state === "playable" ? "" : `: ${words.absence(at)}`}`;
        });
        this.heads.forEach((head, person) => {
            head.querySelector(".quiet").textContent = words.job(person);
            const picture = head.querySelector("img");
            if (picture) picture.hidden = words.person(person).now === null;
        });
        if (questions > 0) this.#goTo(this.at ?? here);
    }

    focus() {
        this.at = null;
        const { walk } = this.app;
        this.#goTo(walk.cue.cell);
        this.#cellAt(walk.cue.cell)?.focus();
    }

    #cellAt({ person, question }) {
        return this.cells[question * this.app.walk.grid.people + person];
    }

    #build() {
        const { module, words } = this.app;
        this.heads = module.people.map((person, place) =>
            make(
                "th",
                { scope: "col" },
                person.now ? make("img", { src: addressOf(person.now.file), alt: "", loading: "lazy", class: "head-picture" }) : null,
                make("span", { class: "head-name", text: words.name(place) }),
                make("span", { class: "quiet", ...words.ofModule }),
            ),
        );
        const rows = [];
        module.questions.forEach((question, row) => {
            const cells = module.people.map((whose, person) => this.#cell({ person, question: row }));
            this.cells.push(...cells);
            rows.push(
                make(
                    "tr",
                    {},
                    make(
                        "th",
                        { scope: "row", class: `theme theme-${question.theme % 8}` },
                        make("span", { class: "mark", "aria-hidden": "true" }),
                        make("span", { text: words.label(row), ...words.ofModule }),
                        question.sensitive ? make("span", { class: "quiet", text: ` ${_("sensitive")}` }) : null,
                    ),
                    ...cells.map((cell) => make("td", {}, cell)),
                ),
            );
        });
        this.table.replaceChildren(
            make("thead", {}, make("tr", {}, make("td", { class: "corner" }), ...this.heads)),
            make("tbody", {}, ...rows),
        );
    }

    #cell(at) {
        const { words } = this.app;
        const answer = words.cell(at);
        const name = make("span", { class: "seen-by-readers", text: `${words.cellName(at)}: `, ...words.ofModule });
        return make(
            "button",
            { type: "button", class: `cell ${answer.state}`, tabindex: "-1", onclick: () => this.app.choose(at) },
            answer.still ? make("img", { src: addressOf(answer.still), alt: "", loading: "lazy" }) : null,
            name,
            make("span", { class: "marks" }),
        );
    }

    /** The cell where the keyboard is. */
    get here() {
        return this.at ?? this.app.walk.cue.cell;
    }

    /** The one cell that Tab leads to. */
    #goTo(cell) {
        if (this.at) this.#cellAt(this.at)?.setAttribute("tabindex", "-1");
        this.at = cell;
        this.#cellAt(cell)?.setAttribute("tabindex", "0");
    }

    #pressed(event) {
        if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
        const { people, questions } = this.app.walk.grid;
        const at = { ...this.here };
        const moves = {
            ArrowLeft: () => (at.person -= 1),
            ArrowRight: () => (at.person += 1),
            ArrowUp: () => (at.question -= 1),
            ArrowDown: () => (at.question += 1),
            Home: () => (at.person = 0),
            End: () => (at.person = people - 1),
            PageUp: () => (at.question = Math.max(at.question - 5, 0)),
            PageDown: () => (at.question = Math.min(at.question + 5, questions - 1)),
        };
        if (!(event.key in moves)) return;
        moves[event.key]();
        event.preventDefault();
        if (!contains(this.app.walk.grid, at)) return;
        this.#goTo(at);
        const cell = this.#cellAt(at);
        cell.focus({ preventScroll: true });
        cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
}
