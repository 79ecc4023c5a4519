// A disk in front of another one: every call has to be let through.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "player/app/storage/disk.h"

namespace made_up {

class PassedDisk : public app::Disk {
public:
    explicit PassedDisk(app::Disk& behind) : behind_(behind) {}

    int make_folder(const std::filesystem::path& f) override {
        return pass([&] { return behind_.make_folder(f); });
    }
    Opened make_file(const std::filesystem::path& f) override {
        return pass([&] { return behind_.make_file(f); });
    }
    Written write(int d, std::string_view text) override {
        return pass([&] { return behind_.write(d, text); });
    }
    int flush(int d) override {
        return pass([&] { return behind_.flush(d); });
    }
    int close(int d) override {
        return pass([&] { return behind_.close(d); });
    }
    int read(const std::filesystem::path& f, std::string& text) override {
        return pass([&] { return behind_.read(f, text); });
    }
    int rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
        return pass([&] { return behind_.rename(from, to); });
    }
    int remove(const std::filesystem::path& f) override {
        return pass([&] { return behind_.remove(f); });
    }
    int list(const std::filesystem::path& f, std::vector<std::string>& names) override {
        return pass([&] { return behind_.list(f, names); });
    }
    bool in_use(const std::filesystem::path& f) override {
        return pass([&] { return behind_.in_use(f); });
    }
    int flush_folder(const std::filesystem::path& f) override {
        return pass([&] { return behind_.flush_folder(f); });
    }

protected:
    // Around every call, in its thread. What enter() throws comes out of the call.
    virtual void enter() = 0;
    virtual void leave() = 0;

private:
    template <class Call>
    auto pass(const Call& call) -> decltype(call()) {
        enter();
        auto result = call();
        leave();
        return result;
    }

    app::Disk& behind_;
};

}  // namespace made_up
