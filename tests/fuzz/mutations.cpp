// SPDX-License-Identifier: Apache-2.0
// Runs mutants of sound models, the same ones every time. Usage: fuzz_mutations [ROUNDS [FIRST_ROUND]], or
// meson test --suite fuzz --test-args "ROUNDS FIRST_ROUND". After a failure the mutant lies in
// fuzz_mutant.tflite.
#include "fuzz_model.hpp"
#include "mutator.hpp"

#include "../support/corpus.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

/// GCC's and Clang's sanitizers have it; without them it is null.
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

constexpr unsigned long default_rounds = 50000;
constexpr std::size_t corpus_step = 4; // of the corpus' models every so many is a seed

std::vector<std::uint8_t> current;
unsigned long current_round = 0;

void report_mutant() {
    std::fprintf(stderr, "fuzz: round %lu failed; its bytes: fuzz_mutant.tflite\n", current_round);
    if (std::FILE* file = std::fopen("fuzz_mutant.tflite", "wb"); file != nullptr) {
        std::fwrite(current.data(), 1, current.size(), file);
        std::fclose(file);
    }
}
void report_signal(int signal) {
    report_mutant();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// Sanitizers report crashes better than a handler could.
void watch_for_failures() {
    for (const int signal : {SIGABRT, SIGALRM}) std::signal(signal, report_signal);
    if (__sanitizer_set_death_callback != nullptr) return __sanitizer_set_death_callback(report_mutant);
    for (const int signal : {SIGSEGV, SIGFPE, SIGBUS, SIGILL}) std::signal(signal, report_signal);
}

void add_seeds(std::vector<test::Mutator>& seeds, const std::string& folder, std::size_t step) {
    const std::vector<std::string> names = test::files_in(folder, "", ".tflite");
    for (std::size_t i = 0; i < names.size(); i += step) {
        const cli::AlignedBytes bytes = test::read_file(folder + "/" + names[i]);
        if (!test::is_sound_model(bytes.data(), bytes.size())) continue;
        seeds.emplace_back(std::vector<std::uint8_t>(bytes.data(), bytes.data() + bytes.size()));
    }
}

unsigned long number(int count, char** arguments, int i, unsigned long otherwise) {
    return count > i ? std::strtoul(arguments[i], nullptr, 10) : otherwise;
}

} // namespace

int main(int count, char** arguments) {
    std::vector<test::Mutator> seeds;
    add_seeds(seeds, test::data_folder("malformed") + "/seeds", 1);
    add_seeds(seeds, test::data_folder("conformance"), corpus_step);
    if (seeds.size() < 20) return std::fprintf(stderr, "fuzz: too few seeds\n"), 1;
    watch_for_failures();

    const unsigned long rounds = number(count, arguments, 1, default_rounds);
    const unsigned long first = number(count, arguments, 2, 0);
    for (current_round = first; current_round < first + rounds; ++current_round) {
        current = seeds[current_round % seeds.size()].mutant(static_cast<std::uint32_t>(current_round));
        alarm(20); // what runs longer than that hangs
        LLVMFuzzerTestOneInput(current.data(), current.size());
    }
    const test::FuzzCounts& counts = test::fuzz_counts;
    std::printf("%lu mutants of %zu models, %lu sound, %lu ran\n", rounds, seeds.size(), counts.prepared,
                counts.ran);
    return counts.ran * 4 < rounds; // mutants that are all refused test little
}
