// SPDX-License-Identifier: Apache-2.0
// A LED that glows and fades along the sine. The serial plotter draws the same curve.
#include <mote.h> // by this the Arduino IDE finds the library

#include "hello_world.hpp"

const int led_pin = LED_BUILTIN; // where it cannot be dimmed: a LED on a PWM pin
const int steps = 200;           // per period

Sine sine;

void stop(mote::Status status) {
    for (;; delay(1000)) Serial.println(status.message().c_str());
}

void setup() {
    Serial.begin(115200);
    pinMode(led_pin, OUTPUT);
    if (const mote::Status s = sine.load(); !s) stop(s);
}

void loop() {
    static int step = 0;
    const mote::Result<float> y = sine.predict(6.2831853f * static_cast<float>(step) / steps);
    if (!y) stop(y.status());

    const int brightness = static_cast<int>(127.5f + 127.5f * *y); // -1..1 to 0..255
    analogWrite(led_pin, constrain(brightness, 0, 255));
    Serial.println(*y);

    step = (step + 1) % steps;
    delay(10);
}
