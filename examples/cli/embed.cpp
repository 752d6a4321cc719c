// SPDX-License-Identifier: Apache-2.0
#include "commands.hpp"
#include "examination.hpp"
#include "files.hpp"
#include "identifier.hpp"
#include "json.hpp"

#include <array>
#include <cctype>
#include <iostream>

namespace cli {
namespace {

std::string name_of(const EmbedOptions& options) {
    if (options.name.empty()) return array_name_for(options.model);
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
    const mote::Status refusal = examine(file.model()).status;
    if (!refusal && !options.force) throw refused(file.path, refusal);
    const std::string header = header_of(name, file.bytes);
    if (options.output.empty())
        std::cout << header;
    else
        write_file(options.output, header.data(), header.size());
    if (options.json)
        print_json(
            {{"model", file.path}, {"name", name}, {"bytes", file.bytes.size()}, {"output", options.output}});
    if (!refusal) throw refused(file.path, refusal).after_output();
    return exit_done;
}

} // namespace cli
