using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Tool.Input;

/// <summary>Decodes a file as the library decodes an answer without a header.</summary>
internal static class TextBytes
{
    private const int BeginningLength = 1024;

    internal static string Decode(byte[] bytes)
    {
        string beginning = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, BeginningLength)));
        ReadOnlySpan<char> text = beginning.StartsWith("ï»¿", StringComparison.Ordinal)
            ? beginning.AsSpan(3)
            : beginning;
        return HtmlSniffer.IsHtml(text.ToString())
            ? CharsetSniffer.DecodeHtml(bytes, contentType: null).Text
            : CharsetSniffer.DecodeUndeclared(bytes).Text;
    }
}
