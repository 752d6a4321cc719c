// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CORE_STATUS_MESSAGE_HPP
#define MOTE_CORE_STATUS_MESSAGE_HPP

#include "status.hpp"

namespace mote {
inline namespace MOTE_NAMESPACE {

/// What a code means and what to do about it, without its place.
constexpr const char* words_of(StatusCode code) noexcept {
    switch (code) {
    case StatusCode::ok: return "ok";
    case StatusCode::misaligned_model:
        return "the model's bytes are not 8-byte aligned; declare them alignas(16)";
    case StatusCode::invalid_model: return "not a valid .tflite file";
    case StatusCode::unsupported_version: return "not version 3 of the .tflite format";
    case StatusCode::model_too_large: return "more tensors, operators or bytes than mote can index";
    case StatusCode::bad_operator_code: return "operator code out of range or unnamed";
    case StatusCode::bad_tensor_index: return "tensor index out of range";
    case StatusCode::bad_buffer_index: return "buffer index out of range";
    case StatusCode::bad_buffer_size: return "buffer smaller than the tensor it holds";
    case StatusCode::external_buffer:
        return "buffer stored outside the FlatBuffer; convert to a model below 2 GB";
    case StatusCode::bad_shape:
        return "shape is dynamic (convert with a fixed batch size), too large or of rank above 8";
    case StatusCode::bad_element_type: return "element type unknown or without a fixed size";
    case StatusCode::bad_quantization: return "quantisation parameters missing or out of range";
    case StatusCode::undefined_tensor: return "tensor is read before anything writes it";
    case StatusCode::redefined_tensor: return "tensor is written twice, or constant";
    case StatusCode::bad_offline_plan: return "offline memory plan does not fit the model";
    case StatusCode::missing_op: return "not in the op set";
    case StatusCode::unsupported_type: return "element types not supported by the op";
    case StatusCode::unsupported_feature: return "uses a feature that mote does not have";
    case StatusCode::bad_operand_count: return "too few or too many inputs or outputs";
    case StatusCode::bad_option: return "option missing or out of range";
    case StatusCode::shape_mismatch: return "shapes do not fit together";
    case StatusCode::not_constant: return "operand must be constant";
    case StatusCode::bad_constant: return "constant operand out of range";
    case StatusCode::not_variable: return "operand must be a variable tensor";
    case StatusCode::arena_too_small: return "arena too small";
    case StatusCode::workspace_too_small: return "workspace too small";
    case StatusCode::not_loaded: return "no model loaded";
    case StatusCode::wrong_index: return "no input or output of this index";
    case StatusCode::bound_twice: return "bound to two buffers";
    case StatusCode::wrong_type: return "the tensor's elements are of another type";
    case StatusCode::wrong_size: return "size differs from the tensor's";
    case StatusCode::misaligned_buffer: return "buffer null or not aligned for its elements";
    case StatusCode::value_out_of_range: return "a tensor's value is out of range";
    }
    return "unknown status";
}

/// Writes the parts of a StatusMessage one after the other; what does not fit is cut.
struct StatusWriter {
    StatusMessage out;
    std::size_t length = 0;

    void put(char c) noexcept {
        if (length + 1 < sizeof out.text) out.text[length++] = c;
    }
    void put(const char* words) noexcept {
        while (*words != '\0') put(*words++);
    }
    void put(const char* before, const char* words, const char* after) noexcept {
        put(before), put(words), put(after);
    }
    void put(std::uint32_t value) noexcept {
        char digits[10];
        int n = 0;
        do digits[n++] = static_cast<char>('0' + value % 10);
        while ((value /= 10) != 0);
        while (n > 0) put(digits[--n]);
    }
    /// "CONV_2D" as the C++ op is called: "Conv2D". A name that has small letters only loses its underscores.
    void put_op_name(const char* name) noexcept {
        bool capitals = true;
        for (const char* c = name; *c != '\0'; ++c) capitals = capitals && !(*c >= 'a' && *c <= 'z');
        for (bool first = true; *name != '\0'; ++name) {
            const bool letter = *name >= 'A' && *name <= 'Z';
            if (*name != '_')
                put(letter && capitals && !first ? static_cast<char>(*name - 'A' + 'a') : *name);
            first = *name == '_' || (first && !letter);
        }
    }
    void put_header_name(const char* name) noexcept {
        for (put("mote/ops/"); *name != '\0'; ++name)
            put(*name >= 'A' && *name <= 'Z' ? static_cast<char>(*name - 'A' + 'a') : *name);
        put(".hpp");
    }
    /// "std::int8_t".
    void put_cpp_type(ElementType type) noexcept {
        switch (type) {
        case ElementType::float32: return put("float");
        case ElementType::float64: return put("double");
        case ElementType::boolean: return put("bool");
        case ElementType::int4: return put("mote::int4");
        default: put("std::", name_of(type), "_t");
        }
    }
    /// "mote::ops::Conv2D<std::int8_t>".
    void put_op(const char* name, const Advice& advice) noexcept {
        put("mote::ops::"), put_op_name(name), put('<');
        if (advice.kind == Advice::add_op) {
            put_cpp_type(advice.first);
            if (advice.second != advice.first) put(", "), put_cpp_type(advice.second);
        }
        put('>');
    }
    void put_custom_advice(const char* name) noexcept {
        if (*name == '\0') return put("a custom operator without a name");
        if (starts(name, "ethos-u"))
            return put("compiled for an Ethos-U by Vela; use the .tflite from before Vela");
        if (starts(name, "Flex"))
            return put("part of TensorFlow itself; convert without OpsSet.SELECT_TF_OPS");
        put("needs an op with custom_name = \"", name, "\" in the op set; see mote/ops/op.hpp");
    }
    void put_advice(const char* name, StatusCode code, const Advice& advice) noexcept {
        const bool users_own = advice.kind == Advice::no_such_op || advice.kind == Advice::custom_op;
        if (users_own && code != StatusCode::missing_op) return put(words_of(code));
        switch (advice.kind) {
        case Advice::none: return put(words_of(code));
        case Advice::add_op:
        case Advice::add_any:
            put(code == StatusCode::missing_op
                    ? "not in the op set; add "
                    : "element types not supported, or not named in the op set; it needs ");
            put_op(name, advice);
            if (code == StatusCode::missing_op) put(", #include <"), put_header_name(name), put('>');
            return;
        case Advice::no_such_op:
            put("mote has no ", *name == '\0' ? "operator of this code" : name, "; ");
            return put("change the model or write an op for it, see mote/ops/op.hpp");
        case Advice::custom_op: return put_custom_advice(name);
        case Advice::dynamic_range:
            return put("float activations with integer weights (dynamic range); give the converter a "
                       "representative_dataset, or no optimizations");
        case Advice::float16:
            return put("float16 weights; convert without target_spec.supported_types = [tf.float16]");
        case Advice::uint8:
            return put("uint8 quantisation, of TensorFlow 1; convert with TensorFlow 2, which gives int8");
        case Advice::other_types:
            put("mote has no ", name, " of "), put(name_of(advice.first));
            if (advice.second != advice.first) put(" and "), put(name_of(advice.second));
            return put("; convert to float or int8");
        }
    }
    void put_others(int others) noexcept {
        if (others == 0) return;
        put("; "), put(static_cast<std::uint32_t>(others));
        put(others == 1 ? " more operator is" : " more operators are");
        put(" missing, see mote::for_each_missing_op");
    }
    static bool starts(const char* text, const char* with) noexcept {
        while (*with != '\0' && *text == *with) ++text, ++with;
        return *with == '\0';
    }

    void put_place(const Status& s, const char* name) noexcept {
        if (s.binding_index() >= 0) {
            put("binding "), put(static_cast<std::uint32_t>(s.binding_index()));
            put(s.tensor_index() >= 0 ? ", " : ": ");
        }
        if (s.operator_index() >= 0) {
            put("operator "), put(static_cast<std::uint32_t>(s.operator_index()));
            if (*name != '\0') put(' '), put(name);
            put(s.tensor_index() >= 0 ? ", " : ": ");
        }
        if (s.tensor_index() >= 0)
            put("tensor "), put(static_cast<std::uint32_t>(s.tensor_index())), put(": ");
    }
    void put_bytes(const Status& s) noexcept {
        if (s.needed() == 0) return;
        put(s.at_least_ ? ": at least " : ": "), put(s.needed()), put(" bytes needed, ");
        put(s.available()), put(" available");
    }
};

inline StatusMessage Status::message() const noexcept {
    StatusWriter w;
#if MOTE_STATUS_WORDS
    w.put_place(*this, name_);
    w.put_advice(name_, code_, advice_);
    w.put_others(others_);
    w.put_bytes(*this);
#else
    w.put(static_cast<std::uint32_t>(code_));
#endif
    return w.out;
}

} // namespace MOTE_NAMESPACE
} // namespace mote

#endif
