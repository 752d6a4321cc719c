// SPDX-License-Identifier: Apache-2.0
#ifndef MOTE_CLI_PLAN_SVG_HPP
#define MOTE_CLI_PLAN_SVG_HPP

#include "examination.hpp"
#include "plan_peak.hpp"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

namespace cli {

/// A picture of a head: steps across, bytes up, a rectangle for each block.
class PlanSvg {
public:
    /// `steps`: what runs at each; one more column is for who reads the outputs. `names`: of the tensors.
    PlanSvg(std::string title, const Examination& plan, std::vector<std::string> steps,
            std::vector<std::string> names)
        : title_(std::move(title)),
          plan_(plan),
          steps_(std::move(steps)),
          names_(std::move(names)),
          peak_(peak_of(plan.blocks, static_cast<int>(steps_.size()))),
          column_(std::clamp(1100.0 / static_cast<double>(columns()), 14.0, 96.0)),
          top_bytes_((std::max)(1.0, static_cast<double>(plan.requirement.head))) {}

    std::string text() {
        out_ << std::fixed << std::setprecision(1);
        open();
        draw_peak();
        draw_grid();
        for (std::size_t i = 0; i < plan_.blocks.size(); ++i)
            if (plan_.blocks[i].kind == Block::Kind::head) draw_block(i);
        for (const Block& block : plan_.blocks)
            if (block.kind == Block::Kind::head) draw_label(block);
        draw_limit(plan_.requirement.head, "head " + grouped(plan_.requirement.head), "#222", false);
        if (has_bound())
            draw_limit(plan_.lower_bound, "lower bound " + grouped(plan_.lower_bound), "#b3261e", true);
        out_ << "</svg>\n";
        return out_.str();
    }

private:
    static constexpr double left = 76, right = 150, above = 76, plot_height = 440, letter = 6, capital = 7.2,
                            line_height = 13;

    std::size_t columns() const { return steps_.size() + 1; }
    double plot_width() const { return column_ * static_cast<double>(columns()); }
    double x_of(int step) const { return left + column_ * step; }
    double y_of(double bytes) const { return above + plot_height * (1 - bytes / top_bytes_); }
    double below() const {
        std::size_t longest = 3;
        for (const std::string& step : steps_) longest = (std::max)(longest, step.size() + 4);
        return 24 + capital * static_cast<double>(longest);
    }

    static std::string grouped(std::uint64_t value) {
        std::string text = std::to_string(value);
        for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
        return text;
    }
    static std::string escaped(const std::string& text) {
        std::string out;
        for (const char c : text) {
            if (c == '&')
                out += "&amp;";
            else if (c == '<')
                out += "&lt;";
            else if (c == '>')
                out += "&gt;";
            else if (c == '"')
                out += "&quot;";
            else if (static_cast<unsigned char>(c) < ' ' || static_cast<unsigned char>(c) > 126)
                out += '?';
            else
                out += c;
        }
        return out;
    }
    static const char* color(std::size_t i) {
        static constexpr const char* palette[] = {"#8ecae6", "#ffd166", "#a8dadc", "#f4a261", "#b5e48c",
                                                  "#cdb4db", "#ffb4a2", "#90dbf4", "#e9d8a6", "#98c1d9"};
        return palette[i % (sizeof palette / sizeof *palette)];
    }

    void open() {
        const double width =
            left + (std::max)({plot_width() + right, 8.8 * static_cast<double>(title_.size()) + 20, 460.0});
        const double height = above + plot_height + below();
        out_ << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << width << "\" height=\"" << height
             << "\" viewBox=\"0 0 " << width << ' ' << height
             << "\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"11\" fill=\"#222\">\n"
             << "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
             << "<text x=\"" << left << "\" y=\"24\" font-size=\"15\" font-weight=\"bold\">"
             << escaped(title_) << "</text>\n"
             << "<text x=\"" << left << "\" y=\"42\" fill=\"#666\">bytes of the head at each step; "
             << (has_bound() ? "dashed: the least without overlaps"
                             : "without overlaps at least " + grouped(plan_.lower_bound))
             << "</text>\n";
    }
    /// Overlaps take the head below the bound, which is then above the picture.
    bool has_bound() const { return plan_.lower_bound <= plan_.requirement.head; }

    /// A bar above the steps at which the head is full, and a band behind them.
    void draw_peak() {
        if (peak_.steps.empty()) return;
        for (const int step : peak_.steps)
            out_ << "<path class=\"peak\" d=\"M" << x_of(step) << ' ' << above << "h" << column_ << "V"
                 << y_of(0) << "h" << -column_ << "z\" fill=\"#fde0dc\"/><path d=\"M" << x_of(step) << ' '
                 << above - 5 << "h" << column_ << "\" stroke=\"#b3261e\" stroke-width=\"4\"/>\n";
        const std::string label = "peak: " + grouped(peak_.bytes) + " bytes at " +
                                  steps_text(peak_.steps, static_cast<int>(steps_.size()));
        const double x = x_of(peak_.steps.front());
        const double width = letter * static_cast<double>(label.size());
        const bool is_far_right = x + width > left + plot_width() + right;
        out_ << "<text x=\"" << (is_far_right ? x + column_ : x) << "\" y=\"" << above - 14
             << "\" text-anchor=\"" << (is_far_right ? "end" : "start") << "\" fill=\"#b3261e\">" << label
             << "</text>\n";
    }

    /// A round number of bytes of which some six make the whole height.
    double tick() const {
        const double rough = top_bytes_ / 6;
        const double power = std::pow(10.0, std::floor(std::log10((std::max)(rough, 1.0))));
        for (const double factor : {1.0, 2.0, 5.0})
            if (factor * power >= rough) return factor * power;
        return 10 * power;
    }
    void draw_tick(double bytes) {
        out_ << "<path d=\"M" << left << ' ' << y_of(bytes) << "h" << plot_width()
             << "\" stroke=\"#e6e6e6\"/><text x=\"" << left - 8 << "\" y=\"" << y_of(bytes) + 4
             << "\" text-anchor=\"end\" fill=\"#666\">" << grouped(static_cast<std::uint64_t>(bytes))
             << "</text>\n";
    }
    void draw_grid() {
        const double bottom = y_of(0);
        for (double bytes = 0; bytes < top_bytes_ - tick() / 3; bytes += tick()) draw_tick(bytes);
        draw_tick(top_bytes_);
        for (int step = 0; step < static_cast<int>(columns()); ++step) {
            const bool is_end = step == static_cast<int>(steps_.size());
            const std::string label =
                is_end ? "end" : std::to_string(step) + "  " + steps_[static_cast<std::size_t>(step)];
            const double x = x_of(step) + column_ / 2;
            out_ << "<path d=\"M" << x_of(step) << ' ' << above << "V" << bottom << "\" stroke=\"#f2f2f2\"/>"
                 << "<text x=\"0\" y=\"0\" text-anchor=\"end\" fill=\"#444\" transform=\"translate(" << x + 4
                 << ' ' << bottom + 10 << ") rotate(-90)\">" << escaped(label) << "</text>\n";
        }
    }

    /// "t5", with the other names of its memory: "t5 = t9".
    std::string label_of(const Block& block) const {
        if (block.tensor == Block::none) return "scratch";
        std::string label = "t" + std::to_string(block.tensor);
        for (const Block& other : plan_.blocks)
            if (other.kind == Block::Kind::alias && other.shares == block.tensor)
                label += " = t" + std::to_string(other.tensor);
        return label;
    }
    /// All that the picture knows of a block: the tensors in it with their names, its bytes, its life.
    std::string tooltip_of(const Block& block) const {
        std::string text = block.tensor == Block::none ? "scratch" : named(block.tensor);
        for (const Block& other : plan_.blocks)
            if (other.kind == Block::Kind::alias && other.shares == block.tensor)
                text += " = " + named(other.tensor);
        text += ": " + grouped(block.size) + " bytes, from " + grouped(block.offset) + " to " +
                grouped(std::uint64_t{block.offset} + block.size) + "; lives from step " +
                step_text(block.first);
        return block.first == block.last ? text + " only" : text + " to " + step_text(block.last);
    }
    std::string named(int tensor) const {
        const std::string& name = names_[static_cast<std::size_t>(tensor)];
        return "tensor " + std::to_string(tensor) + (name.empty() ? "" : " \"" + name + "\"");
    }
    std::string step_text(int step) const {
        const auto i = static_cast<std::size_t>(step);
        return i < steps_.size() ? std::to_string(step) + " " + steps_[i] : "end";
    }
    double top_of(const Block& block) const { return y_of(static_cast<double>(block.offset) + block.size); }
    double height_of(const Block& block) const { return (std::max)(y_of(block.offset) - top_of(block), 0.8); }

    void draw_block(std::size_t i) {
        const Block& block = plan_.blocks[i];
        const double x = x_of(block.first);
        out_ << "<rect x=\"" << x + 0.5 << "\" y=\"" << top_of(block) << "\" width=\""
             << x_of(block.last + 1) - x - 1 << "\" height=\"" << height_of(block) << "\" fill=\""
             << (block.tensor == Block::none ? "#d0d0d0" : color(i))
             << "\" fill-opacity=\"0.82\" stroke=\"#555\" stroke-width=\"0.6\"><title>"
             << escaped(tooltip_of(block)) << "</title></rect>\n";
    }

    /// In the columns where no output lies over the block, if there are any.
    void draw_label(const Block& block) {
        int last = block.last;
        for (const Block& other : plan_.blocks)
            if (other.kind == Block::Kind::head && other.shares == block.tensor &&
                block.tensor != Block::none)
                last = (std::max)(block.first, block.last - 1);
        const double x = x_of(block.first);
        const double width = x_of(last + 1) - x;
        const double height = height_of(block);
        write_label(label_of(block), grouped(block.size), x + width / 2, top_of(block) + height / 2, width,
                    height);
    }
    /// As much as fits: on two lines, on one, upright, and then the same without the bytes.
    void write_label(const std::string& label, const std::string& bytes, double x, double y, double width,
                     double height) {
        const auto length = [](const std::string& text) {
            return letter * static_cast<double>(text.size()) + 3;
        };
        const std::string both = label + "  " + bytes;
        if ((std::max)(length(label), length(bytes)) <= width && height >= 2 * line_height) {
            write(label, x, y - 2);
            write(bytes, x, y + line_height - 3);
        } else if (length(both) <= width && height >= line_height) {
            write(both, x, y + 4);
        } else if (length(both) <= height && width >= line_height) {
            write_upright(both, x, y);
        } else if (length(label) <= width && height >= line_height) {
            write(label, x, y + 4);
        } else if (length(label) <= height && width >= line_height) {
            write_upright(label, x, y);
        }
    }
    void write(const std::string& text, double x, double y) {
        out_ << "<text x=\"" << x << "\" y=\"" << y << "\" text-anchor=\"middle\" pointer-events=\"none\">"
             << text << "</text>\n";
    }
    void write_upright(const std::string& text, double x, double y) {
        out_ << "<text text-anchor=\"middle\" pointer-events=\"none\" transform=\"translate(" << x + 4 << ' '
             << y << ") rotate(-90)\">" << text << "</text>\n";
    }

    void draw_limit(std::uint64_t bytes, const std::string& label, const char* ink, bool dashed) {
        const double y = y_of(static_cast<double>(bytes));
        const double shift = dashed && std::abs(y - y_of(plan_.requirement.head)) < line_height ? line_height
                                                                                                : 0;
        out_ << "<path d=\"M" << left << ' ' << y << "h" << plot_width() << "\" stroke=\"" << ink
             << "\" fill=\"none\"" << (dashed ? " stroke-dasharray=\"6 4\"" : "") << "/><text x=\""
             << left + plot_width() + 6 << "\" y=\"" << y + 4 + shift << "\" fill=\"" << ink << "\">" << label
             << "</text>\n";
    }

    std::ostringstream out_;
    std::string title_;
    const Examination& plan_;
    std::vector<std::string> steps_;
    std::vector<std::string> names_;
    Peak peak_;
    double column_;
    double top_bytes_;
};

} // namespace cli

#endif
