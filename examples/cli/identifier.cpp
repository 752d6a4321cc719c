// SPDX-License-Identifier: Apache-2.0
#include "identifier.hpp"

#include <cctype>
#include <filesystem>
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

} // namespace

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

std::string array_name_for(const std::string& path) {
    return identifier_for(std::filesystem::path(path).stem().string());
}

} // namespace cli
