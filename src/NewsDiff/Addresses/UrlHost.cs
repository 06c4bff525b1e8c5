using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Addresses;

/// <summary>Reads the host of an address (URL Standard, 3.5).</summary>
/// <remarks>The result is a name in ASCII or a normalised IP address.</remarks>
internal static class UrlHost
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x21).Select(static c => (char)c), .. "#/:<>?@[\\]^|%\u007f"]);
    private static readonly SearchValues<char> InAddress = SearchValues.Create("0123456789abcdefABCDEF:.");
    private static readonly SearchValues<char> InPlainName = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-.");

    // The rules for registering names are not applied: browsers look up names that break them.
    private static readonly IdnMapping Names = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>The host, or null for an invalid one.</summary>
    public static string? Read(ReadOnlySpan<char> host)
    {
        if (host is ['[', ..])
        {
            return host is [_, .., ']'] ? ReadSixth(host[1..^1]) : null;
        }

        string? name = !host.IsEmpty
            && !host.ContainsAnyExcept(InPlainName)
            && !host.Contains("xn--", StringComparison.Ordinal)
            ? host.ToString()
            : ToAscii(Encoding.UTF8.GetString(UrlEscapes.Decode(host)));
        return string.IsNullOrEmpty(name) || name.AsSpan().ContainsAny(Forbidden) ? null
            : UrlNumbers.EndsInNumber(name) ? UrlNumbers.Read(name)
            : name;
    }

    private static string? ToAscii(string name)
    {
        // Characters without width are dropped; a name that has only these is invalid.
        string mapped = name.Replace("\u00ad", "", StringComparison.Ordinal)
            .Replace("\u200b", "", StringComparison.Ordinal)
            .Replace("\u2060", "", StringComparison.Ordinal).Replace("\ufeff", "", StringComparison.Ordinal);
        if (System.Text.Ascii.IsValid(mapped) && !mapped.Contains("xn--", StringComparison.OrdinalIgnoreCase))
        {
            return AsciiCase.Lower(mapped);
        }

        if (mapped.Contains('\ufffd', StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            // Full-width punctuation is checked after its conversion to ASCII: it must not be in a name.
            string normal = CultureInfo.InvariantCulture.TextInfo.ToLower(mapped.Normalize(NormalizationForm.FormKC));
            return System.Text.Ascii.IsValid(normal) && !normal.Contains("xn--", StringComparison.Ordinal)
                ? normal
                : AsciiCase.Lower(Names.GetAscii(normal));
        }
        catch (ArgumentException)
        {
            // There is no way to check beforehand.
            return null;
        }
    }

    private static string? ReadSixth(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(InAddress)
            || !IPAddress.TryParse(text, out IPAddress? address)
            || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        (int start, int length) = LongestZeros(bytes);
        var host = new StringBuilder("[");
        for (int i = 0; i < 8; i++)
        {
            if (i == start)
            {
                host.Append(i == 0 ? "::" : ":");
                i += length - 1;
                continue;
            }

            host.Append(
                BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]).ToString("x", CultureInfo.InvariantCulture))
                    .Append(i < 7 ? ":" : "");
        }

        return host.Append(']').ToString();
    }

    /// <summary>The first of the longest runs of two or more zero pieces; at -1 if none.</summary>
    private static (int Start, int Length) LongestZeros(ReadOnlySpan<byte> bytes)
    {
        (int Start, int Length) longest = (-1, 1);
        int run = 0;
        for (int i = 0; i < 8; i++)
        {
            run = bytes[2 * i] == 0 && bytes[(2 * i) + 1] == 0 ? run + 1 : 0;
            longest = run > longest.Length ? (i - run + 1, run) : longest;
        }

        return longest;
    }
}
