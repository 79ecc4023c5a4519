// Makes sheets of paper and keeps them, beside the main thread: setting them in type takes a while,
// and the user's documents may be on a share that does not answer.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "player/app/threads/errands.h"
#include "player/paper/sheet.h"

namespace app {

// Main thread only. Nothing waits but the destructor, as Errands does. No sheet is ever there in
// part.
class SheetKeeper {
public:
    struct Order {
        const char* what;  // in a sentence: said_later("handout")
        paper::Sheet sheet;
        // What the files are called; their endings say in which form (is_sheet_file). The first is
        // the one that is named and shown.
        std::vector<std::string> names;
        bool is_shown = false;              // once it is kept
        std::filesystem::path folder = {};  // empty: among the user's documents
        struct Text {
            std::string name;
            std::string text;
        };
        std::vector<Text> beside = {};  // kept with it
    };
    struct News {
        std::string sentence;
        std::filesystem::path to_show;  // empty: nothing
    };

    // @param wake  called in the other thread when there is news
    explicit SheetKeeper(std::function<void()> wake) : errands_(std::move(wake)) {}

    void keep(Order order);
    // Since the last call.
    std::vector<News> take_news() { return errands_.take_news(); }

private:
    Errands<News> errands_;
};

}  // namespace app
