// SPDX-License-Identifier: Apache-2.0
// Needs: -include of a header with the model as `model`, APP_STATIC (0 or 1), APP_INPUT and APP_OUTPUT
// (element types); APP_OPS where the op set is not that of the model.
#include "app.hpp"

#include "mote/mote.hpp"
#include "mote/runtime/static_interpreter.hpp"

#ifndef APP_OPS
#define APP_OPS mote::ops_of<model>
#endif
#ifndef APP_CONFIG
#define APP_CONFIG mote::DefaultConfig
#endif

namespace {

using Ops = APP_OPS;
using Config = APP_CONFIG;
constexpr std::uint32_t arena_bytes = mote::arena_bytes<model, Ops, Config>;

#if APP_STATIC
mote::StaticInterpreter<model, Ops, Config> interpreter;
#else
mote::MicroInterpreter<arena_bytes, Ops, Config> interpreter;
#endif

template <class View>
auto bytes_of(const View& view) {
    using Byte = std::conditional_t<std::is_const_v<std::remove_pointer_t<decltype(view.data())>>,
                                    const unsigned char, unsigned char>;
    return mote::Span<Byte>(reinterpret_cast<Byte*>(view.data()), view.size() * sizeof *view.data());
}

} // namespace

namespace app {

const unsigned char* const model_data = model;

bool invoke() { return static_cast<bool>(interpreter.invoke()); }
bool step() { return static_cast<bool>(interpreter.step()); }

#if APP_STATIC

bool load() {
    interpreter.reset();
    return true;
}
bool load_verified() { return load(); }
mote::Span<unsigned char> input() { return bytes_of(interpreter.input<0>()); }
mote::Span<const unsigned char> output() { return bytes_of(interpreter.output<0>()); }
Sizes sizes() {
    return {interpreter.head_bytes, interpreter.state_bytes,
            static_cast<std::uint32_t>(sizeof interpreter) - interpreter.arena_bytes};
}

#else

bool load() { return static_cast<bool>(interpreter.load(mote::trusted(model))); }
bool load_verified() { return static_cast<bool>(interpreter.load(model)); }
mote::Span<unsigned char> input() { return bytes_of(interpreter.input<APP_INPUT>()); }
mote::Span<const unsigned char> output() { return bytes_of(interpreter.output<APP_OUTPUT>()); }
Sizes sizes() {
    return {interpreter.head_bytes(), interpreter.tail_bytes(),
            static_cast<std::uint32_t>(sizeof interpreter) - arena_bytes};
}

#endif

} // namespace app
