// SPDX-License-Identifier: Apache-2.0
// The names that Arduino cores define as macros, the union of the AVR, SAM, SAMD, ESP8266 and mbed ones: what a
// library has to live with. The standard headers come first, as they do in each of those cores.
#ifndef ARDUINO_H
#define ARDUINO_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#undef abs
#undef round
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#define abs(x) ((x) > 0 ? (x) : -(x))
#define constrain(amt, low, high) ((amt) < (low) ? (low) : ((amt) > (high) ? (high) : (amt)))
#define round(x) ((x) >= 0 ? (long)((x) + 0.5) : (long)((x)-0.5))
#define radians(deg) ((deg)*DEG_TO_RAD)
#define degrees(rad) ((rad)*RAD_TO_DEG)
#define sq(x) ((x) * (x))
#define lowByte(w) ((uint8_t)((w)&0xff))
#define highByte(w) ((uint8_t)((w) >> 8))
#define bit(b) (1UL << (b))
#define bitRead(value, bit) (((value) >> (bit)) & 0x01)
#define bitSet(value, bit) ((value) |= (1UL << (bit)))
#define bitClear(value, bit) ((value) &= ~(1UL << (bit)))
#define bitToggle(value, bit) ((value) ^= (1UL << (bit)))
#define bitWrite(value, bit, bitvalue) ((bitvalue) ? bitSet(value, bit) : bitClear(value, bit))
#define word(...) makeWord(__VA_ARGS__)
#define _BV(bit) (1 << (bit))
#define interrupts() sei()
#define noInterrupts() cli()
#define yield() delay(0)
#define clockCyclesPerMicrosecond() (F_CPU / 1000000L)
#define clockCyclesToMicroseconds(a) ((a) / clockCyclesPerMicrosecond())
#define microsecondsToClockCycles(a) ((a)*clockCyclesPerMicrosecond())
#define digitalPinToPort(P) (P)
#define digitalPinToBitMask(P) (P)
#define analogInPinToBit(P) (P)
#define portOutputRegister(P) (P)
#define F(text) (text)
#define PSTR(text) (text)
#define PROGMEM
#define ICACHE_RAM_ATTR
#define IRAM_ATTR

#define PI 3.1415926535897932384626433832795
#define HALF_PI 1.5707963267948966192313216916398
#define TWO_PI 6.283185307179586476925286766559
#define DEG_TO_RAD 0.017453292519943295769236907684886
#define RAD_TO_DEG 57.295779513082320876798154814105
#define EULER 2.718281828459045235360287471352

#define F_CPU 16000000L
#define HIGH 0x1
#define LOW 0x0
#define INPUT 0x0
#define OUTPUT 0x1
#define INPUT_PULLUP 0x2
#define INPUT_PULLDOWN 0x3
#define SERIAL 0x0
#define DISPLAY 0x1
#define LSBFIRST 0
#define MSBFIRST 1
#define CHANGE 1
#define FALLING 2
#define RISING 3
#define DEFAULT 1
#define EXTERNAL 0
#define INTERNAL 3
#define INTERNAL1V1 2
#define NOT_A_PIN 0
#define NOT_A_PORT 0
#define NOT_AN_INTERRUPT -1
#define NOT_ON_TIMER 0
#define TIMER0A 1
#define PA 1
#define PB 2
#define PC 3
#define PD 4
#define A0 14
#define A1 15
#define SDA 18
#define SCL 19
#define SS 10
#define MOSI 11
#define MISO 12
#define SCK 13
#define LED_BUILTIN 13
#define DEC 10
#define HEX 16
#define OCT 8
#define BIN 2
#define Serial SerialUSB

// ctype.h of newlib, and register names of chip headers.
#define _U 01
#define _L 02
#define _N 04
#define _S 010
#define _P 020
#define _C 040
#define _X 0100
#define _B 0200
#define CR 1
#define SR 2
#define DR 3
#define RESET 0
#define SET 1
#define OVERFLOW 3
#define DOMAIN 1

// binary.h, whose list goes on to eight digits.
#define B0 0
#define B1 1
#define B00 0
#define B01 1
#define B10 2
#define B11 3
#define B000 0
#define B001 1
#define B010 2
#define B011 3
#define B100 4
#define B101 5
#define B110 6
#define B111 7
#define B0000 0
#define B0001 1
#define B0010 2
#define B0011 3
#define B0100 4
#define B0101 5
#define B0110 6
#define B0111 7
#define B1000 8
#define B1001 9
#define B1010 10
#define B1011 11
#define B1100 12
#define B1101 13
#define B1110 14
#define B1111 15
#define B10101010 170
#define B11111111 255

// What sketches call; nothing here runs.
struct SerialPort {
    void begin(unsigned long) {}
    explicit operator bool() const { return true; }
    int available() { return 0; }
    int read() { return -1; }
    template <class... Values>
    void print(Values...) {}
    template <class... Values>
    void println(Values...) {}
};
inline SerialPort Serial;
inline void pinMode(int, int) {}
inline void digitalWrite(int, int) {}
inline void analogWrite(int, int) {}
inline int digitalRead(int) { return LOW; }
inline int analogRead(int) { return 0; }
inline void delay(unsigned long) {}
inline unsigned long millis() { return 0; }
inline unsigned long micros() { return 0; }

#endif
