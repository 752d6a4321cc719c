// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_TESTS_BARE_METAL_ROOMS_DIRENT_H
#define MOTE_TESTS_BARE_METAL_ROOMS_DIRENT_H

// Folders of the host, for tests on a board: semihosting has no such thing, so the build lists the files of folder NAME in
// MOTE_TEST_LISTS/NAME.txt, a path a line.

#include <cstring>
#include <fstream>
#include <string>

struct dirent {
    char d_name[256];
};

struct DIR {
    std::ifstream list;
    dirent entry;
};

inline DIR* opendir(const char* folder) {
    const char* const slash = std::strrchr(folder, '/');
    const std::string name = slash == nullptr ? folder : slash + 1;
    DIR* const directory = new DIR{std::ifstream(MOTE_TEST_LISTS "/" + name + ".txt"), {}};
    if (directory->list.is_open()) return directory;
    delete directory;
    return nullptr;
}

inline dirent* readdir(DIR* directory) {
    std::string path;
    if (!std::getline(directory->list, path)) return nullptr;
    const std::string name = path.substr(path.rfind('/') + 1);
    std::strncpy(directory->entry.d_name, name.c_str(), sizeof directory->entry.d_name - 1);
    return &directory->entry;
}

inline int closedir(DIR* directory) {
    delete directory;
    return 0;
}

#endif
