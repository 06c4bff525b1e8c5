using System.Text.Json;
using NewsDiff.Text;

namespace NewsDiff.Evaluation.Charset;

/// <summary>
/// Scores one text whose encoding is known; what decodes to the same text counts as the same encoding.
/// </summary>
internal static class CharsetCase
{
    public static void Count(JsonElement row, Func<string, byte[]> fileOf, Effort effort, Tally tally)
    {
        string label = row.GetProperty("expected").GetString()!;
        string name = row.GetProperty(row.TryGetProperty("id", out _) ? "id" : "file").GetString()!;
        byte[] content = row.TryGetProperty("bytes_hex", out JsonElement hex)
            ? Convert.FromHexString(hex.GetString()!)
            : fileOf(row.GetProperty("file").GetString()!);
        bool isUndeclared = row.GetProperty("kind").GetString() is not ("html-prescan" or "bom");
        DecodedText actual = effort.Measure(() =>
            isUndeclared
                ? CharsetSniffer.DecodeUndeclared(content)
                : CharsetSniffer.DecodeHtml(content, contentType: null));

        string standard = label.ToUpperInvariant() switch
        {
            "UTF-8-SIG" => "utf-8",
            "CP932" => "shift_jis",
            "MACCYRILLIC" => "x-mac-cyrillic",
            "UTF16BE" => "utf-16be",
            "UTF16LE" => "utf-16le",
            _ => label,
        };
        NewsDiff.Text.Charset? expected = CharsetLabels.Find(standard);
        string group = row.GetProperty("suite").GetString()!;
        if (expected is null)
        {
            tally.Count($"{group}: not of the standard", true, name);
            return;
        }

        string text = CharsetSniffer.DecodeHtml(content, "text/html; charset=" + expected.Name).Text;
        bool isHit = actual.Charset == expected.Name || actual.Text == text;
        string kind = !isUndeclared ? group : expected == CharsetLabels.Utf8 ? "undeclared UTF-8" : "undeclared others";
        tally.Count(kind, isHit, $"{name}: {expected.Name}, read as {actual.Charset}");
        if (isUndeclared)
        {
            DecodedText declared = CharsetSniffer.DecodeHtml(content, "text/html; charset=" + standard);
            tally.Count(
                "declared", declared.Charset == expected.Name || declared.Source == CharsetSource.ByteOrderMark, name);
        }
    }
}
