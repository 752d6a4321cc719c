// SPDX-License-Identifier: Apache-2.0
// Draws a digit of the test set every two seconds, and says what the network takes it for.
#include <mote.h> // by this the Arduino IDE finds the library

#include "digits.hpp"
#include "digits_test.h" // 29 KB of flash

const int image_count = sizeof digits_test / sizeof digits_test[0];

Digits digits;

void stop(mote::Status status) {
    for (;; delay(1000)) Serial.println(status.message().c_str());
}

void draw(const std::uint8_t* pixels) {
    for (int i = 0; i < 64; ++i) {
        Serial.print(" .:-=+*#@"[pixels[i] / 2]);
        if (i % 8 == 7) Serial.println();
    }
}

void setup() {
    Serial.begin(115200);
    if (const mote::Status s = digits.load(); !s) stop(s);
}

void loop() {
    static int next = 0;
    const std::uint8_t* const image = digits_test[next];
    draw(image);

    const unsigned long start = micros();
    const mote::Result<Digits::Answer> answer = digits.classify(image);
    const unsigned long end = micros();
    if (!answer) stop(answer.status());

    Serial.print("This is a ");
    Serial.print(answer->digit);
    Serial.print(" with probability ");
    Serial.print(answer->probability);
    Serial.print(", found in microseconds: ");
    Serial.println(end - start);

    next = (next + 1) % image_count;
    delay(2000);
}
