// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "files.hpp"
#include "json.hpp"

#include "mote/schema/check_flatbuffer.hpp"

#include <array>
#include <cctype>
#include <iostream>
#include <set>

namespace cli {
namespace {

bool is_keyword(const std::string& word) {
    static const std::set<std::string> keywords = {
        "alignas",     "alignof",  "and",        "and_eq",    "asm",       "auto",         "bitand",
        "bitor",       "bool",     "break",      "case",      "catch",     "char",         "char16_t",
        "char32_t",    "char8_t",  "class",      "co_await",  "co_return", "co_yield",     "compl",
        "concept",     "const",    "const_cast", "consteval", "constexpr", "constinit",    "continue",
        "decltype",    "default",  "delete",     "do",        "double",    "dynamic_cast", "else",
        "enum",        "explicit", "export",     "extern",    "false",     "float",        "for",
        "friend",      "goto",     "if",         "inline",    "int",       "long",         "mutable",
        "namespace",   "new",      "noexcept",   "not",       "not_eq",    "nullptr",      "operator",
        "or",          "or_eq",    "private",    "protected", "public",    "register",     "reinterpret_cast",
        "requires",    "return",   "short",      "signed",    "sizeof",    "static",       "static_assert",
        "static_cast", "struct",   "switch",     "template",  "this",      "thread_local", "throw",
        "true",        "try",      "typedef",    "typeid",    "typename",  "union",        "unsigned",
        "using",       "virtual",  "void",       "volatile",  "wchar_t",   "while",        "xor",
        "xor_eq"};
    return keywords.count(word) != 0;
}

bool is_word_character(char c) {
    return c == '_' || (static_cast<unsigned char>(c) < 128 && std::isalnum(static_cast<unsigned char>(c)));
}

/// The nearest name that C++ lets a user give: no digit in front, no keyword, none of the reserved
/// underscores.
std::string identifier_for(const std::string& words) {
    std::string name;
    for (const char c : words) {
        const char letter = is_word_character(c) ? c : '_';
        if (letter != '_' || (!name.empty() && name.back() != '_')) name += letter;
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    if (name.empty()) return "model";
    if (std::isdigit(static_cast<unsigned char>(name.front()))) name = "model_" + name;
    if (is_keyword(name)) name += "_model";
    return name;
}

std::string name_of(const EmbedOptions& options) {
    if (options.name.empty()) return identifier_for(std::filesystem::path(options.model).stem().string());
    if (identifier_for(options.name) != options.name)
        throw usage_error("--name " + options.name + ": not a C++ identifier; try " +
                          identifier_for(options.name));
    return options.name;
}

/// "0," to "255,", ready to be appended.
std::array<std::string, 256> byte_texts() {
    std::array<std::string, 256> texts;
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = std::to_string(i) + ",";
    return texts;
}

std::string header_of(const std::string& name, const AlignedBytes& bytes) {
    constexpr std::size_t line_limit = 110;
    const auto texts = byte_texts();
    std::string guard = name + "_H";
    for (char& c : guard) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    std::string out = "#ifndef " + guard + "\n#define " + guard +
                      "\n\nalignas(16) inline constexpr unsigned char " + name + "[] = {";
    out.reserve(bytes.size() * 4 + 1024);
    std::size_t line_end = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::string& text = texts[bytes.data()[i]];
        if (out.size() + text.size() > line_end) {
            out += "\n    ";
            line_end = out.size() - 4 + line_limit;
        }
        out += text;
    }
    return out + "\n};\n\n#endif\n";
}

} // namespace

int embed(const EmbedOptions& options) {
    if (options.json && options.output.empty())
        throw usage_error("embed --json needs --output: the header goes to a file then");
    const std::string name = name_of(options);
    const ModelFile file(options.model);
    if (const mote::Status s = mote::check_flatbuffer(file.bytes.data(), file.bytes.size()); !s)
        throw refused(file.path, s);
    const std::string header = header_of(name, file.bytes);
    if (options.output.empty())
        std::cout << header;
    else
        write_file(options.output, header.data(), header.size());
    if (options.json)
        print_json(
            {{"model", file.path}, {"name", name}, {"bytes", file.bytes.size()}, {"output", options.output}});
    return exit_done;
}

} // namespace cli
