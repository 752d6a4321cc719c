// SPDX-License-Identifier: Apache-2.0
// Made from schema.fbs by flatc 2.0.8 and tests/schema/regenerate.py. Do not edit.
// clang-format off
#ifndef MOTE_SCHEMA_FORMAT_HPP
#define MOTE_SCHEMA_FORMAT_HPP

#include "../config.hpp"

#include <cstdint>

/// The .tflite format as constants: enumerations, and for each table the ids of its fields.
namespace mote::schema {

enum TensorType : std::int8_t {
    TensorType_FLOAT32 = 0,
    TensorType_FLOAT16 = 1,
    TensorType_INT32 = 2,
    TensorType_UINT8 = 3,
    TensorType_INT64 = 4,
    TensorType_STRING = 5,
    TensorType_BOOL = 6,
    TensorType_INT16 = 7,
    TensorType_COMPLEX64 = 8,
    TensorType_INT8 = 9,
    TensorType_FLOAT64 = 10,
    TensorType_COMPLEX128 = 11,
    TensorType_UINT64 = 12,
    TensorType_RESOURCE = 13,
    TensorType_VARIANT = 14,
    TensorType_UINT32 = 15,
    TensorType_UINT16 = 16,
    TensorType_INT4 = 17,
    TensorType_BFLOAT16 = 18,
    TensorType_INT2 = 19,
    TensorType_UINT4 = 20,
    TensorType_FLOAT8_E4M3FN = 21,
    TensorType_FLOAT8_E5M2 = 22,
    TensorType_MIN = TensorType_FLOAT32,
    TensorType_MAX = TensorType_FLOAT8_E5M2
};

inline constexpr const char* names_of_TensorType[] = {
    "FLOAT32",
    "FLOAT16",
    "INT32",
    "UINT8",
    "INT64",
    "STRING",
    "BOOL",
    "INT16",
    "COMPLEX64",
    "INT8",
    "FLOAT64",
    "COMPLEX128",
    "UINT64",
    "RESOURCE",
    "VARIANT",
    "UINT32",
    "UINT16",
    "INT4",
    "BFLOAT16",
    "INT2",
    "UINT4",
    "FLOAT8_E4M3FN",
    "FLOAT8_E5M2"
};
/// The name of a value of the format.
constexpr const char* name_of(TensorType value) noexcept {
    return names_of_TensorType[value];
}

enum BuiltinOperator : std::int32_t {
    BuiltinOperator_ADD = 0,
    BuiltinOperator_AVERAGE_POOL_2D = 1,
    BuiltinOperator_CONCATENATION = 2,
    BuiltinOperator_CONV_2D = 3,
    BuiltinOperator_DEPTHWISE_CONV_2D = 4,
    BuiltinOperator_DEPTH_TO_SPACE = 5,
    BuiltinOperator_DEQUANTIZE = 6,
    BuiltinOperator_EMBEDDING_LOOKUP = 7,
    BuiltinOperator_FLOOR = 8,
    BuiltinOperator_FULLY_CONNECTED = 9,
    BuiltinOperator_HASHTABLE_LOOKUP = 10,
    BuiltinOperator_L2_NORMALIZATION = 11,
    BuiltinOperator_L2_POOL_2D = 12,
    BuiltinOperator_LOCAL_RESPONSE_NORMALIZATION = 13,
    BuiltinOperator_LOGISTIC = 14,
    BuiltinOperator_LSH_PROJECTION = 15,
    BuiltinOperator_LSTM = 16,
    BuiltinOperator_MAX_POOL_2D = 17,
    BuiltinOperator_MUL = 18,
    BuiltinOperator_RELU = 19,
    BuiltinOperator_RELU_N1_TO_1 = 20,
    BuiltinOperator_RELU6 = 21,
    BuiltinOperator_RESHAPE = 22,
    BuiltinOperator_RESIZE_BILINEAR = 23,
    BuiltinOperator_RNN = 24,
    BuiltinOperator_SOFTMAX = 25,
    BuiltinOperator_SPACE_TO_DEPTH = 26,
    BuiltinOperator_SVDF = 27,
    BuiltinOperator_TANH = 28,
    BuiltinOperator_CONCAT_EMBEDDINGS = 29,
    BuiltinOperator_SKIP_GRAM = 30,
    BuiltinOperator_CALL = 31,
    BuiltinOperator_CUSTOM = 32,
    BuiltinOperator_EMBEDDING_LOOKUP_SPARSE = 33,
    BuiltinOperator_PAD = 34,
    BuiltinOperator_UNIDIRECTIONAL_SEQUENCE_RNN = 35,
    BuiltinOperator_GATHER = 36,
    BuiltinOperator_BATCH_TO_SPACE_ND = 37,
    BuiltinOperator_SPACE_TO_BATCH_ND = 38,
    BuiltinOperator_TRANSPOSE = 39,
    BuiltinOperator_MEAN = 40,
    BuiltinOperator_SUB = 41,
    BuiltinOperator_DIV = 42,
    BuiltinOperator_SQUEEZE = 43,
    BuiltinOperator_UNIDIRECTIONAL_SEQUENCE_LSTM = 44,
    BuiltinOperator_STRIDED_SLICE = 45,
    BuiltinOperator_BIDIRECTIONAL_SEQUENCE_RNN = 46,
    BuiltinOperator_EXP = 47,
    BuiltinOperator_TOPK_V2 = 48,
    BuiltinOperator_SPLIT = 49,
    BuiltinOperator_LOG_SOFTMAX = 50,
    BuiltinOperator_DELEGATE = 51,
    BuiltinOperator_BIDIRECTIONAL_SEQUENCE_LSTM = 52,
    BuiltinOperator_CAST = 53,
    BuiltinOperator_PRELU = 54,
    BuiltinOperator_MAXIMUM = 55,
    BuiltinOperator_ARG_MAX = 56,
    BuiltinOperator_MINIMUM = 57,
    BuiltinOperator_LESS = 58,
    BuiltinOperator_NEG = 59,
    BuiltinOperator_PADV2 = 60,
    BuiltinOperator_GREATER = 61,
    BuiltinOperator_GREATER_EQUAL = 62,
    BuiltinOperator_LESS_EQUAL = 63,
    BuiltinOperator_SELECT = 64,
    BuiltinOperator_SLICE = 65,
    BuiltinOperator_SIN = 66,
    BuiltinOperator_TRANSPOSE_CONV = 67,
    BuiltinOperator_SPARSE_TO_DENSE = 68,
    BuiltinOperator_TILE = 69,
    BuiltinOperator_EXPAND_DIMS = 70,
    BuiltinOperator_EQUAL = 71,
    BuiltinOperator_NOT_EQUAL = 72,
    BuiltinOperator_LOG = 73,
    BuiltinOperator_SUM = 74,
    BuiltinOperator_SQRT = 75,
    BuiltinOperator_RSQRT = 76,
    BuiltinOperator_SHAPE = 77,
    BuiltinOperator_POW = 78,
    BuiltinOperator_ARG_MIN = 79,
    BuiltinOperator_FAKE_QUANT = 80,
    BuiltinOperator_REDUCE_PROD = 81,
    BuiltinOperator_REDUCE_MAX = 82,
    BuiltinOperator_PACK = 83,
    BuiltinOperator_LOGICAL_OR = 84,
    BuiltinOperator_ONE_HOT = 85,
    BuiltinOperator_LOGICAL_AND = 86,
    BuiltinOperator_LOGICAL_NOT = 87,
    BuiltinOperator_UNPACK = 88,
    BuiltinOperator_REDUCE_MIN = 89,
    BuiltinOperator_FLOOR_DIV = 90,
    BuiltinOperator_REDUCE_ANY = 91,
    BuiltinOperator_SQUARE = 92,
    BuiltinOperator_ZEROS_LIKE = 93,
    BuiltinOperator_FILL = 94,
    BuiltinOperator_FLOOR_MOD = 95,
    BuiltinOperator_RANGE = 96,
    BuiltinOperator_RESIZE_NEAREST_NEIGHBOR = 97,
    BuiltinOperator_LEAKY_RELU = 98,
    BuiltinOperator_SQUARED_DIFFERENCE = 99,
    BuiltinOperator_MIRROR_PAD = 100,
    BuiltinOperator_ABS = 101,
    BuiltinOperator_SPLIT_V = 102,
    BuiltinOperator_UNIQUE = 103,
    BuiltinOperator_CEIL = 104,
    BuiltinOperator_REVERSE_V2 = 105,
    BuiltinOperator_ADD_N = 106,
    BuiltinOperator_GATHER_ND = 107,
    BuiltinOperator_COS = 108,
    BuiltinOperator_WHERE = 109,
    BuiltinOperator_RANK = 110,
    BuiltinOperator_ELU = 111,
    BuiltinOperator_REVERSE_SEQUENCE = 112,
    BuiltinOperator_MATRIX_DIAG = 113,
    BuiltinOperator_QUANTIZE = 114,
    BuiltinOperator_MATRIX_SET_DIAG = 115,
    BuiltinOperator_ROUND = 116,
    BuiltinOperator_HARD_SWISH = 117,
    BuiltinOperator_IF = 118,
    BuiltinOperator_WHILE = 119,
    BuiltinOperator_NON_MAX_SUPPRESSION_V4 = 120,
    BuiltinOperator_NON_MAX_SUPPRESSION_V5 = 121,
    BuiltinOperator_SCATTER_ND = 122,
    BuiltinOperator_SELECT_V2 = 123,
    BuiltinOperator_DENSIFY = 124,
    BuiltinOperator_SEGMENT_SUM = 125,
    BuiltinOperator_BATCH_MATMUL = 126,
    BuiltinOperator_PLACEHOLDER_FOR_GREATER_OP_CODES = 127,
    BuiltinOperator_CUMSUM = 128,
    BuiltinOperator_CALL_ONCE = 129,
    BuiltinOperator_BROADCAST_TO = 130,
    BuiltinOperator_RFFT2D = 131,
    BuiltinOperator_CONV_3D = 132,
    BuiltinOperator_IMAG = 133,
    BuiltinOperator_REAL = 134,
    BuiltinOperator_COMPLEX_ABS = 135,
    BuiltinOperator_HASHTABLE = 136,
    BuiltinOperator_HASHTABLE_FIND = 137,
    BuiltinOperator_HASHTABLE_IMPORT = 138,
    BuiltinOperator_HASHTABLE_SIZE = 139,
    BuiltinOperator_REDUCE_ALL = 140,
    BuiltinOperator_CONV_3D_TRANSPOSE = 141,
    BuiltinOperator_VAR_HANDLE = 142,
    BuiltinOperator_READ_VARIABLE = 143,
    BuiltinOperator_ASSIGN_VARIABLE = 144,
    BuiltinOperator_BROADCAST_ARGS = 145,
    BuiltinOperator_RANDOM_STANDARD_NORMAL = 146,
    BuiltinOperator_BUCKETIZE = 147,
    BuiltinOperator_RANDOM_UNIFORM = 148,
    BuiltinOperator_MULTINOMIAL = 149,
    BuiltinOperator_GELU = 150,
    BuiltinOperator_DYNAMIC_UPDATE_SLICE = 151,
    BuiltinOperator_RELU_0_TO_1 = 152,
    BuiltinOperator_UNSORTED_SEGMENT_PROD = 153,
    BuiltinOperator_UNSORTED_SEGMENT_MAX = 154,
    BuiltinOperator_UNSORTED_SEGMENT_SUM = 155,
    BuiltinOperator_ATAN2 = 156,
    BuiltinOperator_UNSORTED_SEGMENT_MIN = 157,
    BuiltinOperator_SIGN = 158,
    BuiltinOperator_BITCAST = 159,
    BuiltinOperator_BITWISE_XOR = 160,
    BuiltinOperator_RIGHT_SHIFT = 161,
    BuiltinOperator_STABLEHLO_LOGISTIC = 162,
    BuiltinOperator_STABLEHLO_ADD = 163,
    BuiltinOperator_STABLEHLO_DIVIDE = 164,
    BuiltinOperator_STABLEHLO_MULTIPLY = 165,
    BuiltinOperator_STABLEHLO_MAXIMUM = 166,
    BuiltinOperator_STABLEHLO_RESHAPE = 167,
    BuiltinOperator_STABLEHLO_CLAMP = 168,
    BuiltinOperator_STABLEHLO_CONCATENATE = 169,
    BuiltinOperator_STABLEHLO_BROADCAST_IN_DIM = 170,
    BuiltinOperator_STABLEHLO_CONVOLUTION = 171,
    BuiltinOperator_STABLEHLO_SLICE = 172,
    BuiltinOperator_STABLEHLO_CUSTOM_CALL = 173,
    BuiltinOperator_STABLEHLO_REDUCE = 174,
    BuiltinOperator_STABLEHLO_ABS = 175,
    BuiltinOperator_STABLEHLO_AND = 176,
    BuiltinOperator_STABLEHLO_COSINE = 177,
    BuiltinOperator_STABLEHLO_EXPONENTIAL = 178,
    BuiltinOperator_STABLEHLO_FLOOR = 179,
    BuiltinOperator_STABLEHLO_LOG = 180,
    BuiltinOperator_STABLEHLO_MINIMUM = 181,
    BuiltinOperator_STABLEHLO_NEGATE = 182,
    BuiltinOperator_STABLEHLO_OR = 183,
    BuiltinOperator_STABLEHLO_POWER = 184,
    BuiltinOperator_STABLEHLO_REMAINDER = 185,
    BuiltinOperator_STABLEHLO_RSQRT = 186,
    BuiltinOperator_STABLEHLO_SELECT = 187,
    BuiltinOperator_STABLEHLO_SUBTRACT = 188,
    BuiltinOperator_STABLEHLO_TANH = 189,
    BuiltinOperator_STABLEHLO_SCATTER = 190,
    BuiltinOperator_STABLEHLO_COMPARE = 191,
    BuiltinOperator_STABLEHLO_CONVERT = 192,
    BuiltinOperator_STABLEHLO_DYNAMIC_SLICE = 193,
    BuiltinOperator_STABLEHLO_DYNAMIC_UPDATE_SLICE = 194,
    BuiltinOperator_STABLEHLO_PAD = 195,
    BuiltinOperator_STABLEHLO_IOTA = 196,
    BuiltinOperator_STABLEHLO_DOT_GENERAL = 197,
    BuiltinOperator_STABLEHLO_REDUCE_WINDOW = 198,
    BuiltinOperator_STABLEHLO_SORT = 199,
    BuiltinOperator_STABLEHLO_WHILE = 200,
    BuiltinOperator_STABLEHLO_GATHER = 201,
    BuiltinOperator_STABLEHLO_TRANSPOSE = 202,
    BuiltinOperator_DILATE = 203,
    BuiltinOperator_STABLEHLO_RNG_BIT_GENERATOR = 204,
    BuiltinOperator_REDUCE_WINDOW = 205,
    BuiltinOperator_STABLEHLO_COMPOSITE = 206,
    BuiltinOperator_STABLEHLO_SHIFT_LEFT = 207,
    BuiltinOperator_STABLEHLO_CBRT = 208,
    BuiltinOperator_STABLEHLO_CASE = 209,
    BuiltinOperator_MIN = BuiltinOperator_ADD,
    BuiltinOperator_MAX = BuiltinOperator_STABLEHLO_CASE
};

inline constexpr const char* names_of_BuiltinOperator[] = {
    "ADD",
    "AVERAGE_POOL_2D",
    "CONCATENATION",
    "CONV_2D",
    "DEPTHWISE_CONV_2D",
    "DEPTH_TO_SPACE",
    "DEQUANTIZE",
    "EMBEDDING_LOOKUP",
    "FLOOR",
    "FULLY_CONNECTED",
    "HASHTABLE_LOOKUP",
    "L2_NORMALIZATION",
    "L2_POOL_2D",
    "LOCAL_RESPONSE_NORMALIZATION",
    "LOGISTIC",
    "LSH_PROJECTION",
    "LSTM",
    "MAX_POOL_2D",
    "MUL",
    "RELU",
    "RELU_N1_TO_1",
    "RELU6",
    "RESHAPE",
    "RESIZE_BILINEAR",
    "RNN",
    "SOFTMAX",
    "SPACE_TO_DEPTH",
    "SVDF",
    "TANH",
    "CONCAT_EMBEDDINGS",
    "SKIP_GRAM",
    "CALL",
    "CUSTOM",
    "EMBEDDING_LOOKUP_SPARSE",
    "PAD",
    "UNIDIRECTIONAL_SEQUENCE_RNN",
    "GATHER",
    "BATCH_TO_SPACE_ND",
    "SPACE_TO_BATCH_ND",
    "TRANSPOSE",
    "MEAN",
    "SUB",
    "DIV",
    "SQUEEZE",
    "UNIDIRECTIONAL_SEQUENCE_LSTM",
    "STRIDED_SLICE",
    "BIDIRECTIONAL_SEQUENCE_RNN",
    "EXP",
    "TOPK_V2",
    "SPLIT",
    "LOG_SOFTMAX",
    "DELEGATE",
    "BIDIRECTIONAL_SEQUENCE_LSTM",
    "CAST",
    "PRELU",
    "MAXIMUM",
    "ARG_MAX",
    "MINIMUM",
    "LESS",
    "NEG",
    "PADV2",
    "GREATER",
    "GREATER_EQUAL",
    "LESS_EQUAL",
    "SELECT",
    "SLICE",
    "SIN",
    "TRANSPOSE_CONV",
    "SPARSE_TO_DENSE",
    "TILE",
    "EXPAND_DIMS",
    "EQUAL",
    "NOT_EQUAL",
    "LOG",
    "SUM",
    "SQRT",
    "RSQRT",
    "SHAPE",
    "POW",
    "ARG_MIN",
    "FAKE_QUANT",
    "REDUCE_PROD",
    "REDUCE_MAX",
    "PACK",
    "LOGICAL_OR",
    "ONE_HOT",
    "LOGICAL_AND",
    "LOGICAL_NOT",
    "UNPACK",
    "REDUCE_MIN",
    "FLOOR_DIV",
    "REDUCE_ANY",
    "SQUARE",
    "ZEROS_LIKE",
    "FILL",
    "FLOOR_MOD",
    "RANGE",
    "RESIZE_NEAREST_NEIGHBOR",
    "LEAKY_RELU",
    "SQUARED_DIFFERENCE",
    "MIRROR_PAD",
    "ABS",
    "SPLIT_V",
    "UNIQUE",
    "CEIL",
    "REVERSE_V2",
    "ADD_N",
    "GATHER_ND",
    "COS",
    "WHERE",
    "RANK",
    "ELU",
    "REVERSE_SEQUENCE",
    "MATRIX_DIAG",
    "QUANTIZE",
    "MATRIX_SET_DIAG",
    "ROUND",
    "HARD_SWISH",
    "IF",
    "WHILE",
    "NON_MAX_SUPPRESSION_V4",
    "NON_MAX_SUPPRESSION_V5",
    "SCATTER_ND",
    "SELECT_V2",
    "DENSIFY",
    "SEGMENT_SUM",
    "BATCH_MATMUL",
    "PLACEHOLDER_FOR_GREATER_OP_CODES",
    "CUMSUM",
    "CALL_ONCE",
    "BROADCAST_TO",
    "RFFT2D",
    "CONV_3D",
    "IMAG",
    "REAL",
    "COMPLEX_ABS",
    "HASHTABLE",
    "HASHTABLE_FIND",
    "HASHTABLE_IMPORT",
    "HASHTABLE_SIZE",
    "REDUCE_ALL",
    "CONV_3D_TRANSPOSE",
    "VAR_HANDLE",
    "READ_VARIABLE",
    "ASSIGN_VARIABLE",
    "BROADCAST_ARGS",
    "RANDOM_STANDARD_NORMAL",
    "BUCKETIZE",
    "RANDOM_UNIFORM",
    "MULTINOMIAL",
    "GELU",
    "DYNAMIC_UPDATE_SLICE",
    "RELU_0_TO_1",
    "UNSORTED_SEGMENT_PROD",
    "UNSORTED_SEGMENT_MAX",
    "UNSORTED_SEGMENT_SUM",
    "ATAN2",
    "UNSORTED_SEGMENT_MIN",
    "SIGN",
    "BITCAST",
    "BITWISE_XOR",
    "RIGHT_SHIFT",
    "STABLEHLO_LOGISTIC",
    "STABLEHLO_ADD",
    "STABLEHLO_DIVIDE",
    "STABLEHLO_MULTIPLY",
    "STABLEHLO_MAXIMUM",
    "STABLEHLO_RESHAPE",
    "STABLEHLO_CLAMP",
    "STABLEHLO_CONCATENATE",
    "STABLEHLO_BROADCAST_IN_DIM",
    "STABLEHLO_CONVOLUTION",
    "STABLEHLO_SLICE",
    "STABLEHLO_CUSTOM_CALL",
    "STABLEHLO_REDUCE",
    "STABLEHLO_ABS",
    "STABLEHLO_AND",
    "STABLEHLO_COSINE",
    "STABLEHLO_EXPONENTIAL",
    "STABLEHLO_FLOOR",
    "STABLEHLO_LOG",
    "STABLEHLO_MINIMUM",
    "STABLEHLO_NEGATE",
    "STABLEHLO_OR",
    "STABLEHLO_POWER",
    "STABLEHLO_REMAINDER",
    "STABLEHLO_RSQRT",
    "STABLEHLO_SELECT",
    "STABLEHLO_SUBTRACT",
    "STABLEHLO_TANH",
    "STABLEHLO_SCATTER",
    "STABLEHLO_COMPARE",
    "STABLEHLO_CONVERT",
    "STABLEHLO_DYNAMIC_SLICE",
    "STABLEHLO_DYNAMIC_UPDATE_SLICE",
    "STABLEHLO_PAD",
    "STABLEHLO_IOTA",
    "STABLEHLO_DOT_GENERAL",
    "STABLEHLO_REDUCE_WINDOW",
    "STABLEHLO_SORT",
    "STABLEHLO_WHILE",
    "STABLEHLO_GATHER",
    "STABLEHLO_TRANSPOSE",
    "DILATE",
    "STABLEHLO_RNG_BIT_GENERATOR",
    "REDUCE_WINDOW",
    "STABLEHLO_COMPOSITE",
    "STABLEHLO_SHIFT_LEFT",
    "STABLEHLO_CBRT",
    "STABLEHLO_CASE"
};
/// The name of a value of the format.
constexpr const char* name_of(BuiltinOperator value) noexcept {
    return names_of_BuiltinOperator[value];
}

enum Padding : std::int8_t {
    Padding_SAME = 0,
    Padding_VALID = 1,
    Padding_MIN = Padding_SAME,
    Padding_MAX = Padding_VALID
};

enum ActivationFunctionType : std::int8_t {
    ActivationFunctionType_NONE = 0,
    ActivationFunctionType_RELU = 1,
    ActivationFunctionType_RELU_N1_TO_1 = 2,
    ActivationFunctionType_RELU6 = 3,
    ActivationFunctionType_TANH = 4,
    ActivationFunctionType_SIGN_BIT = 5,
    ActivationFunctionType_MIN = ActivationFunctionType_NONE,
    ActivationFunctionType_MAX = ActivationFunctionType_SIGN_BIT
};

enum FullyConnectedOptionsWeightsFormat : std::int8_t {
    FullyConnectedOptionsWeightsFormat_DEFAULT = 0,
    FullyConnectedOptionsWeightsFormat_SHUFFLED4x16INT8 = 1,
    FullyConnectedOptionsWeightsFormat_MIN = FullyConnectedOptionsWeightsFormat_DEFAULT,
    FullyConnectedOptionsWeightsFormat_MAX = FullyConnectedOptionsWeightsFormat_SHUFFLED4x16INT8
};

enum MirrorPadMode : std::int8_t {
    MirrorPadMode_REFLECT = 0,
    MirrorPadMode_SYMMETRIC = 1,
    MirrorPadMode_MIN = MirrorPadMode_REFLECT,
    MirrorPadMode_MAX = MirrorPadMode_SYMMETRIC
};

enum CustomOptionsFormat : std::int8_t {
    CustomOptionsFormat_FLEXBUFFERS = 0,
    CustomOptionsFormat_MIN = CustomOptionsFormat_FLEXBUFFERS,
    CustomOptionsFormat_MAX = CustomOptionsFormat_FLEXBUFFERS
};

enum BuiltinOptions : std::uint8_t {
    BuiltinOptions_NONE = 0,
    BuiltinOptions_Conv2DOptions = 1,
    BuiltinOptions_DepthwiseConv2DOptions = 2,
    BuiltinOptions_ConcatEmbeddingsOptions = 3,
    BuiltinOptions_LSHProjectionOptions = 4,
    BuiltinOptions_Pool2DOptions = 5,
    BuiltinOptions_SVDFOptions = 6,
    BuiltinOptions_RNNOptions = 7,
    BuiltinOptions_FullyConnectedOptions = 8,
    BuiltinOptions_SoftmaxOptions = 9,
    BuiltinOptions_ConcatenationOptions = 10,
    BuiltinOptions_AddOptions = 11,
    BuiltinOptions_L2NormOptions = 12,
    BuiltinOptions_LocalResponseNormalizationOptions = 13,
    BuiltinOptions_LSTMOptions = 14,
    BuiltinOptions_ResizeBilinearOptions = 15,
    BuiltinOptions_CallOptions = 16,
    BuiltinOptions_ReshapeOptions = 17,
    BuiltinOptions_SkipGramOptions = 18,
    BuiltinOptions_SpaceToDepthOptions = 19,
    BuiltinOptions_EmbeddingLookupSparseOptions = 20,
    BuiltinOptions_MulOptions = 21,
    BuiltinOptions_PadOptions = 22,
    BuiltinOptions_GatherOptions = 23,
    BuiltinOptions_BatchToSpaceNDOptions = 24,
    BuiltinOptions_SpaceToBatchNDOptions = 25,
    BuiltinOptions_TransposeOptions = 26,
    BuiltinOptions_ReducerOptions = 27,
    BuiltinOptions_SubOptions = 28,
    BuiltinOptions_DivOptions = 29,
    BuiltinOptions_SqueezeOptions = 30,
    BuiltinOptions_SequenceRNNOptions = 31,
    BuiltinOptions_StridedSliceOptions = 32,
    BuiltinOptions_ExpOptions = 33,
    BuiltinOptions_TopKV2Options = 34,
    BuiltinOptions_SplitOptions = 35,
    BuiltinOptions_LogSoftmaxOptions = 36,
    BuiltinOptions_CastOptions = 37,
    BuiltinOptions_DequantizeOptions = 38,
    BuiltinOptions_MaximumMinimumOptions = 39,
    BuiltinOptions_ArgMaxOptions = 40,
    BuiltinOptions_LessOptions = 41,
    BuiltinOptions_NegOptions = 42,
    BuiltinOptions_PadV2Options = 43,
    BuiltinOptions_GreaterOptions = 44,
    BuiltinOptions_GreaterEqualOptions = 45,
    BuiltinOptions_LessEqualOptions = 46,
    BuiltinOptions_SelectOptions = 47,
    BuiltinOptions_SliceOptions = 48,
    BuiltinOptions_TransposeConvOptions = 49,
    BuiltinOptions_SparseToDenseOptions = 50,
    BuiltinOptions_TileOptions = 51,
    BuiltinOptions_ExpandDimsOptions = 52,
    BuiltinOptions_EqualOptions = 53,
    BuiltinOptions_NotEqualOptions = 54,
    BuiltinOptions_ShapeOptions = 55,
    BuiltinOptions_PowOptions = 56,
    BuiltinOptions_ArgMinOptions = 57,
    BuiltinOptions_FakeQuantOptions = 58,
    BuiltinOptions_PackOptions = 59,
    BuiltinOptions_LogicalOrOptions = 60,
    BuiltinOptions_OneHotOptions = 61,
    BuiltinOptions_LogicalAndOptions = 62,
    BuiltinOptions_LogicalNotOptions = 63,
    BuiltinOptions_UnpackOptions = 64,
    BuiltinOptions_FloorDivOptions = 65,
    BuiltinOptions_SquareOptions = 66,
    BuiltinOptions_ZerosLikeOptions = 67,
    BuiltinOptions_FillOptions = 68,
    BuiltinOptions_BidirectionalSequenceLSTMOptions = 69,
    BuiltinOptions_BidirectionalSequenceRNNOptions = 70,
    BuiltinOptions_UnidirectionalSequenceLSTMOptions = 71,
    BuiltinOptions_FloorModOptions = 72,
    BuiltinOptions_RangeOptions = 73,
    BuiltinOptions_ResizeNearestNeighborOptions = 74,
    BuiltinOptions_LeakyReluOptions = 75,
    BuiltinOptions_SquaredDifferenceOptions = 76,
    BuiltinOptions_MirrorPadOptions = 77,
    BuiltinOptions_AbsOptions = 78,
    BuiltinOptions_SplitVOptions = 79,
    BuiltinOptions_UniqueOptions = 80,
    BuiltinOptions_ReverseV2Options = 81,
    BuiltinOptions_AddNOptions = 82,
    BuiltinOptions_GatherNdOptions = 83,
    BuiltinOptions_CosOptions = 84,
    BuiltinOptions_WhereOptions = 85,
    BuiltinOptions_RankOptions = 86,
    BuiltinOptions_ReverseSequenceOptions = 87,
    BuiltinOptions_MatrixDiagOptions = 88,
    BuiltinOptions_QuantizeOptions = 89,
    BuiltinOptions_MatrixSetDiagOptions = 90,
    BuiltinOptions_HardSwishOptions = 91,
    BuiltinOptions_IfOptions = 92,
    BuiltinOptions_WhileOptions = 93,
    BuiltinOptions_DepthToSpaceOptions = 94,
    BuiltinOptions_NonMaxSuppressionV4Options = 95,
    BuiltinOptions_NonMaxSuppressionV5Options = 96,
    BuiltinOptions_ScatterNdOptions = 97,
    BuiltinOptions_SelectV2Options = 98,
    BuiltinOptions_DensifyOptions = 99,
    BuiltinOptions_SegmentSumOptions = 100,
    BuiltinOptions_BatchMatMulOptions = 101,
    BuiltinOptions_CumsumOptions = 102,
    BuiltinOptions_CallOnceOptions = 103,
    BuiltinOptions_BroadcastToOptions = 104,
    BuiltinOptions_Rfft2dOptions = 105,
    BuiltinOptions_Conv3DOptions = 106,
    BuiltinOptions_HashtableOptions = 107,
    BuiltinOptions_HashtableFindOptions = 108,
    BuiltinOptions_HashtableImportOptions = 109,
    BuiltinOptions_HashtableSizeOptions = 110,
    BuiltinOptions_VarHandleOptions = 111,
    BuiltinOptions_ReadVariableOptions = 112,
    BuiltinOptions_AssignVariableOptions = 113,
    BuiltinOptions_RandomOptions = 114,
    BuiltinOptions_BucketizeOptions = 115,
    BuiltinOptions_GeluOptions = 116,
    BuiltinOptions_DynamicUpdateSliceOptions = 117,
    BuiltinOptions_UnsortedSegmentProdOptions = 118,
    BuiltinOptions_UnsortedSegmentMaxOptions = 119,
    BuiltinOptions_UnsortedSegmentMinOptions = 120,
    BuiltinOptions_UnsortedSegmentSumOptions = 121,
    BuiltinOptions_ATan2Options = 122,
    BuiltinOptions_SignOptions = 123,
    BuiltinOptions_BitcastOptions = 124,
    BuiltinOptions_BitwiseXorOptions = 125,
    BuiltinOptions_RightShiftOptions = 126,
    BuiltinOptions_MIN = BuiltinOptions_NONE,
    BuiltinOptions_MAX = BuiltinOptions_RightShiftOptions
};

enum BuiltinOptions2 : std::uint8_t {
    BuiltinOptions2_NONE = 0,
    BuiltinOptions2_StablehloConcatenateOptions = 1,
    BuiltinOptions2_StablehloBroadcastInDimOptions = 2,
    BuiltinOptions2_StablehloSliceOptions = 3,
    BuiltinOptions2_StablehloConvolutionOptions = 4,
    BuiltinOptions2_StablehloCustomCallOptions = 5,
    BuiltinOptions2_StablehloReduceOptions = 6,
    BuiltinOptions2_StablehloScatterOptions = 7,
    BuiltinOptions2_StablehloCompareOptions = 8,
    BuiltinOptions2_StablehloDynamicSliceOptions = 9,
    BuiltinOptions2_StablehloPadOptions = 10,
    BuiltinOptions2_StablehloIotaOptions = 11,
    BuiltinOptions2_StablehloDotGeneralOptions = 12,
    BuiltinOptions2_StablehloReduceWindowOptions = 13,
    BuiltinOptions2_StablehloSortOptions = 14,
    BuiltinOptions2_StablehloWhileOptions = 15,
    BuiltinOptions2_StablehloGatherOptions = 16,
    BuiltinOptions2_StablehloTransposeOptions = 17,
    BuiltinOptions2_DilateOptions = 18,
    BuiltinOptions2_StablehloRngBitGeneratorOptions = 19,
    BuiltinOptions2_ReduceWindowOptions = 20,
    BuiltinOptions2_StableHLOCompositeOptions = 21,
    BuiltinOptions2_StablehloShiftLeftOptions = 22,
    BuiltinOptions2_StablehloCaseOptions = 23,
    BuiltinOptions2_MIN = BuiltinOptions2_NONE,
    BuiltinOptions2_MAX = BuiltinOptions2_StablehloCaseOptions
};

enum QuantizationDetails : std::uint8_t {
    QuantizationDetails_NONE = 0,
    QuantizationDetails_CustomQuantization = 1,
    QuantizationDetails_BlockwiseQuantization = 2,
    QuantizationDetails_MultiAxisQuantization = 3,
    QuantizationDetails_MIN = QuantizationDetails_NONE,
    QuantizationDetails_MAX = QuantizationDetails_MultiAxisQuantization
};

struct Conv2DOptions {
    enum : std::uint16_t {
        VT_PADDING = 4, VT_STRIDE_W = 6, VT_STRIDE_H = 8, VT_FUSED_ACTIVATION_FUNCTION = 10,
        VT_DILATION_W_FACTOR = 12, VT_DILATION_H_FACTOR = 14, VT_QUANTIZED_BIAS_TYPE = 16
    };
};
struct DepthwiseConv2DOptions {
    enum : std::uint16_t {
        VT_PADDING = 4, VT_STRIDE_W = 6, VT_STRIDE_H = 8, VT_DEPTH_MULTIPLIER = 10,
        VT_FUSED_ACTIVATION_FUNCTION = 12, VT_DILATION_W_FACTOR = 14, VT_DILATION_H_FACTOR = 16
    };
};
struct TransposeConvOptions {
    enum : std::uint16_t {
        VT_PADDING = 4, VT_STRIDE_W = 6, VT_STRIDE_H = 8, VT_FUSED_ACTIVATION_FUNCTION = 10,
        VT_QUANTIZED_BIAS_TYPE = 12
    };
};
struct Pool2DOptions {
    enum : std::uint16_t {
        VT_PADDING = 4, VT_STRIDE_W = 6, VT_STRIDE_H = 8, VT_FILTER_WIDTH = 10, VT_FILTER_HEIGHT = 12,
        VT_FUSED_ACTIVATION_FUNCTION = 14
    };
};
struct FullyConnectedOptions {
    enum : std::uint16_t {
        VT_FUSED_ACTIVATION_FUNCTION = 4, VT_WEIGHTS_FORMAT = 6, VT_KEEP_NUM_DIMS = 8,
        VT_ASYMMETRIC_QUANTIZE_INPUTS = 10, VT_QUANTIZED_BIAS_TYPE = 12
    };
};
struct BatchMatMulOptions {
    enum : std::uint16_t {
        VT_ADJ_X = 4, VT_ADJ_Y = 6, VT_ASYMMETRIC_QUANTIZE_INPUTS = 8
    };
};
struct SVDFOptions {
    enum : std::uint16_t {
        VT_RANK = 4, VT_FUSED_ACTIVATION_FUNCTION = 6, VT_ASYMMETRIC_QUANTIZE_INPUTS = 8
    };
};
struct UnidirectionalSequenceLSTMOptions {
    enum : std::uint16_t {
        VT_FUSED_ACTIVATION_FUNCTION = 4, VT_CELL_CLIP = 6, VT_PROJ_CLIP = 8, VT_TIME_MAJOR = 10,
        VT_ASYMMETRIC_QUANTIZE_INPUTS = 12, VT_DIAGONAL_RECURRENT_TENSORS = 14
    };
};
struct AddOptions {
    enum : std::uint16_t {
        VT_FUSED_ACTIVATION_FUNCTION = 4, VT_POT_SCALE_INT16 = 6
    };
};
struct SubOptions {
    enum : std::uint16_t {
        VT_FUSED_ACTIVATION_FUNCTION = 4, VT_POT_SCALE_INT16 = 6
    };
};
struct MulOptions {
    enum : std::uint16_t {
        VT_FUSED_ACTIVATION_FUNCTION = 4
    };
};
struct DivOptions {
    enum : std::uint16_t {
        VT_FUSED_ACTIVATION_FUNCTION = 4
    };
};
struct L2NormOptions {
    enum : std::uint16_t {
        VT_FUSED_ACTIVATION_FUNCTION = 4
    };
};
struct LeakyReluOptions {
    enum : std::uint16_t {
        VT_ALPHA = 4
    };
};
struct SoftmaxOptions {
    enum : std::uint16_t {
        VT_BETA = 4
    };
};
struct GeluOptions {
    enum : std::uint16_t {
        VT_APPROXIMATE = 4
    };
};
struct CumsumOptions {
    enum : std::uint16_t {
        VT_EXCLUSIVE = 4, VT_REVERSE = 6
    };
};
struct ReducerOptions {
    enum : std::uint16_t {
        VT_KEEP_DIMS = 4
    };
};
struct ArgMaxOptions {
    enum : std::uint16_t {
        VT_OUTPUT_TYPE = 4
    };
};
struct ArgMinOptions {
    enum : std::uint16_t {
        VT_OUTPUT_TYPE = 4
    };
};
struct ConcatenationOptions {
    enum : std::uint16_t {
        VT_AXIS = 4, VT_FUSED_ACTIVATION_FUNCTION = 6
    };
};
struct PackOptions {
    enum : std::uint16_t {
        VT_VALUES_COUNT = 4, VT_AXIS = 6
    };
};
struct UnpackOptions {
    enum : std::uint16_t {
        VT_NUM = 4, VT_AXIS = 6
    };
};
struct SplitOptions {
    enum : std::uint16_t {
        VT_NUM_SPLITS = 4
    };
};
struct SplitVOptions {
    enum : std::uint16_t {
        VT_NUM_SPLITS = 4
    };
};
struct GatherOptions {
    enum : std::uint16_t {
        VT_AXIS = 4, VT_BATCH_DIMS = 6
    };
};
struct OneHotOptions {
    enum : std::uint16_t {
        VT_AXIS = 4
    };
};
struct ReshapeOptions {
    enum : std::uint16_t {
        VT_NEW_SHAPE = 4
    };
};
struct SqueezeOptions {
    enum : std::uint16_t {
        VT_SQUEEZE_DIMS = 4
    };
};
struct ShapeOptions {
    enum : std::uint16_t {
        VT_OUT_TYPE = 4
    };
};
struct CastOptions {
    enum : std::uint16_t {
        VT_IN_DATA_TYPE = 4, VT_OUT_DATA_TYPE = 6
    };
};
struct SpaceToDepthOptions {
    enum : std::uint16_t {
        VT_BLOCK_SIZE = 4
    };
};
struct DepthToSpaceOptions {
    enum : std::uint16_t {
        VT_BLOCK_SIZE = 4
    };
};
struct MirrorPadOptions {
    enum : std::uint16_t {
        VT_MODE = 4
    };
};
struct ReverseSequenceOptions {
    enum : std::uint16_t {
        VT_SEQ_DIM = 4, VT_BATCH_DIM = 6
    };
};
struct StridedSliceOptions {
    enum : std::uint16_t {
        VT_BEGIN_MASK = 4, VT_END_MASK = 6, VT_ELLIPSIS_MASK = 8, VT_NEW_AXIS_MASK = 10,
        VT_SHRINK_AXIS_MASK = 12, VT_OFFSET = 14
    };
};
struct ResizeBilinearOptions {
    enum : std::uint16_t {
        VT_ALIGN_CORNERS = 8, VT_HALF_PIXEL_CENTERS = 10
    };
};
struct ResizeNearestNeighborOptions {
    enum : std::uint16_t {
        VT_ALIGN_CORNERS = 4, VT_HALF_PIXEL_CENTERS = 6
    };
};
struct CallOptions {
    enum : std::uint16_t {
        VT_SUBGRAPH = 4
    };
};
struct CallOnceOptions {
    enum : std::uint16_t {
        VT_INIT_SUBGRAPH_INDEX = 4
    };
};
struct IfOptions {
    enum : std::uint16_t {
        VT_THEN_SUBGRAPH_INDEX = 4, VT_ELSE_SUBGRAPH_INDEX = 6
    };
};
struct WhileOptions {
    enum : std::uint16_t {
        VT_COND_SUBGRAPH_INDEX = 4, VT_BODY_SUBGRAPH_INDEX = 6
    };
};
struct VarHandleOptions {
    enum : std::uint16_t {
        VT_CONTAINER = 4, VT_SHARED_NAME = 6
    };
};
struct BlockwiseQuantization {
    enum : std::uint16_t {
        VT_SCALES = 4, VT_ZERO_POINTS = 6, VT_BLOCK_SIZE = 8
    };
};
struct MultiAxisQuantization {
    enum : std::uint16_t {
        VT_SCALES = 4, VT_ZERO_POINTS = 6, VT_BLOCK_SIZE = 8, VT_QUANTIZED_DIMENSIONS = 10
    };
};
struct QuantizationParameters {
    enum : std::uint16_t {
        VT_SCALE = 8, VT_ZERO_POINT = 10, VT_DETAILS_TYPE = 12, VT_DETAILS = 14, VT_QUANTIZED_DIMENSION = 16
    };
};
struct Tensor {
    enum : std::uint16_t {
        VT_SHAPE = 4, VT_TYPE = 6, VT_BUFFER = 8, VT_NAME = 10, VT_QUANTIZATION = 12, VT_IS_VARIABLE = 14,
        VT_SPARSITY = 16, VT_SHAPE_SIGNATURE = 18, VT_HAS_RANK = 20, VT_VARIANT_TENSORS = 22,
        VT_EXTERNAL_BUFFER = 24
    };
};
struct Buffer {
    enum : std::uint16_t {
        VT_DATA = 4, VT_OFFSET = 6, VT_SIZE = 8
    };
};
struct OperatorCode {
    enum : std::uint16_t {
        VT_DEPRECATED_BUILTIN_CODE = 4, VT_CUSTOM_CODE = 6, VT_VERSION = 8, VT_BUILTIN_CODE = 10
    };
};
struct Operator {
    enum : std::uint16_t {
        VT_OPCODE_INDEX = 4, VT_INPUTS = 6, VT_OUTPUTS = 8, VT_BUILTIN_OPTIONS_TYPE = 10,
        VT_BUILTIN_OPTIONS = 12, VT_CUSTOM_OPTIONS = 14, VT_CUSTOM_OPTIONS_FORMAT = 16,
        VT_MUTATING_VARIABLE_INPUTS = 18, VT_INTERMEDIATES = 20, VT_LARGE_CUSTOM_OPTIONS_OFFSET = 22,
        VT_LARGE_CUSTOM_OPTIONS_SIZE = 24, VT_BUILTIN_OPTIONS_2_TYPE = 26, VT_BUILTIN_OPTIONS_2 = 28,
        VT_DEBUG_METADATA_INDEX = 30
    };
};
struct SubGraph {
    enum : std::uint16_t {
        VT_TENSORS = 4, VT_INPUTS = 6, VT_OUTPUTS = 8, VT_OPERATORS = 10, VT_NAME = 12,
        VT_DEBUG_METADATA_INDEX = 14
    };
};
struct Metadata {
    enum : std::uint16_t {
        VT_NAME = 4, VT_BUFFER = 6
    };
};
struct TensorMap {
    enum : std::uint16_t {
        VT_NAME = 4, VT_TENSOR_INDEX = 6
    };
};
struct SignatureDef {
    enum : std::uint16_t {
        VT_INPUTS = 4, VT_OUTPUTS = 6, VT_SIGNATURE_KEY = 8, VT_SUBGRAPH_INDEX = 12
    };
};
struct Model {
    enum : std::uint16_t {
        VT_VERSION = 4, VT_OPERATOR_CODES = 6, VT_SUBGRAPHS = 8, VT_DESCRIPTION = 10, VT_BUFFERS = 12,
        VT_METADATA = 16, VT_SIGNATURE_DEFS = 18, VT_EXTERNAL_BUFFER_GROUPS = 20, VT_EXTERNAL_BUFFERS = 22
    };
};

} // namespace mote::schema

/// What a verifier has to know of each table. Tables of the same layout share one, known by its number; a
/// layout is a run of `fields`, from first_field[number] to first_field[number + 1], in the order of their ids.
namespace mote::schema::layout {

/// What a field holds: a number of so many bytes, or an offset to something else.
enum Kind : std::uint8_t { scalar1, scalar4, scalar8, string, vector1, vector4, vector8, table, tables, union_ };

struct Field {
    std::uint8_t index : 4; ///< among the entries of a vtable
    std::uint8_t kind : 4;
    std::uint8_t child; ///< the layout of a table or of each of several, the number of a union
};

/// A union's members, as layouts: from members[first], by the value of the field before it; the first is none.
struct Union {
    std::uint8_t first;
    std::uint8_t count;
};

inline constexpr Field fields[] = {
    {0, scalar1, 0}, {1, scalar4, 0}, {2, scalar4, 0}, {3, scalar1, 0}, {4, scalar4, 0}, {5, scalar4, 0},
    {6, scalar1, 0}, {0, scalar1, 0}, {1, scalar4, 0}, {2, scalar4, 0}, {3, scalar4, 0}, {4, scalar1, 0},
    {5, scalar4, 0}, {6, scalar4, 0}, {0, scalar1, 0}, {1, scalar4, 0}, {2, scalar4, 0}, {3, scalar4, 0},
    {4, scalar4, 0}, {5, scalar1, 0}, {0, scalar4, 0}, {1, scalar1, 0}, {2, scalar1, 0}, {0, scalar1, 0},
    {1, scalar1, 0}, {2, scalar1, 0}, {3, scalar1, 0}, {4, scalar1, 0}, {0, scalar4, 0}, {0, scalar4, 0},
    {1, scalar1, 0}, {0, scalar1, 0}, {1, scalar1, 0}, {0, scalar1, 0}, {2, scalar1, 0}, {3, scalar1, 0},
    {0, vector4, 0}, {0, scalar4, 0}, {1, scalar4, 0}, {0, scalar4, 0}, {1, scalar4, 0}, {2, scalar4, 0},
    {3, scalar4, 0}, {4, scalar4, 0}, {5, scalar1, 0}, {0, scalar1, 0}, {1, scalar4, 0}, {2, scalar4, 0},
    {3, scalar1, 0}, {4, scalar1, 0}, {0, scalar1, 0}, {1, scalar4, 0}, {2, scalar4, 0}, {3, scalar1, 0},
    {4, scalar1, 0}, {5, scalar1, 0}, {0, scalar1, 0}, {1, scalar1, 0}, {2, scalar1, 0}, {0, string, 0},
    {1, string, 0}, {0, scalar4, 0}, {1, scalar4, 0}, {2, scalar4, 0}, {0, scalar4, 0}, {1, scalar4, 0},
    {2, scalar4, 0}, {3, vector4, 0}, {0, scalar1, 0}, {1, string, 0}, {2, scalar4, 0}, {3, scalar4, 0},
    {2, vector4, 0}, {3, vector8, 0}, {4, scalar1, 0}, {5, union_, 2}, {6, scalar4, 0}, {0, vector4, 0},
    {1, scalar1, 0}, {2, scalar4, 0}, {3, string, 0}, {4, table, 21}, {5, scalar1, 0}, {6, table, 2},
    {7, vector4, 0}, {8, scalar1, 0}, {9, tables, 2}, {10, scalar4, 0}, {0, scalar4, 0}, {1, vector4, 0},
    {2, vector4, 0}, {3, scalar1, 0}, {4, union_, 0}, {5, vector1, 0}, {6, scalar1, 0}, {7, vector1, 0},
    {8, vector4, 0}, {9, scalar8, 0}, {10, scalar8, 0}, {11, scalar1, 0}, {12, union_, 1}, {13, scalar4, 0},
    {0, tables, 22}, {1, vector4, 0}, {2, vector4, 0}, {3, tables, 23}, {4, string, 0}, {5, scalar4, 0},
    {0, vector1, 0}, {1, scalar8, 0}, {2, scalar8, 0}, {0, string, 0}, {1, scalar4, 0}, {0, tables, 26},
    {1, tables, 26}, {2, string, 0}, {4, scalar4, 0}, {0, scalar4, 0}, {1, tables, 20}, {2, tables, 24},
    {3, string, 0}, {4, tables, 25}, {6, tables, 26}, {7, tables, 27}, {8, tables, 2}, {9, tables, 2}
};

inline constexpr std::uint8_t first_field[] = {
    0, 7, 14, 14, 20, 23, 28, 29, 31, 33, 34, 36, 37, 39, 45, 50, 56, 59, 61, 64, 68, 72, 77, 88, 102, 108,
    111, 113, 117, 126
};

inline constexpr std::uint8_t members[] = {
    0, 0, 1, 2, 2, 3, 4, 2, 5, 6, 7, 8, 9, 2, 2, 10, 6, 11, 2, 6, 2, 9, 2, 12, 2, 2, 2, 9, 8, 9, 11, 2, 13, 2,
    2, 6, 2, 8, 2, 2, 9, 2, 2, 2, 2, 2, 2, 2, 2, 14, 2, 2, 2, 2, 2, 9, 2, 9, 2, 12, 2, 6, 2, 2, 12, 2, 2, 2,
    2, 2, 2, 15, 2, 2, 8, 6, 2, 9, 2, 6, 2, 2, 2, 2, 2, 2, 2, 12, 2, 2, 2, 2, 12, 12, 6, 2, 2, 2, 2, 2, 2, 16,
    8, 6, 2, 2, 2, 2, 2, 2, 2, 17, 2, 2, 2, 2, 9, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 18, 19
};

inline constexpr Union unions[] = {
    {0, 127}, {127, 24}, {151, 4}
};

inline constexpr std::uint8_t model = 28;

} // namespace mote::schema::layout

#endif
