using System.Globalization;

namespace NewsDiff.Addresses;

/// <summary>
/// Reads hosts that are numbers: one to four of them, decimal, octal or hexadecimal (URL Standard, "IPv4 parser").
/// </summary>
internal static class UrlNumbers
{
    /// <summary>
    /// Whether the last part of a host is a number, so that the host is an address of a machine or nothing.
    /// </summary>
    public static bool EndsInNumber(string host)
    {
        ReadOnlySpan<char> name = host.EndsWith('.') ? host.AsSpan(0, host.Length - 1) : host;
        ReadOnlySpan<char> last = name[(name.LastIndexOf('.') + 1)..];
        return !last.IsEmpty && (!last.ContainsAnyExceptInRange('0', '9') || Number(last) is not null);
    }

    /// <summary>The address with four decimal numbers, or null.</summary>
    public static string? Read(string host)
    {
        string[] parts = host.Split('.');
        parts = parts is [.., _, ""] ? parts[..^1] : parts;
        if (parts.Length > 4)
        {
            return null;
        }

        long address = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            // The last number stands for all bytes that are left.
            bool isLast = i == parts.Length - 1;
            long most = isLast ? 1L << (8 * (4 - i)) : 256;
            if (Number(parts[i]) is not { } number || number >= most)
            {
                return null;
            }

            address += isLast ? number : number << (8 * (3 - i));
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}");
    }

    /// <summary>
    /// The number that a part is; no less than 2^32 when it is larger than any address; null when it is none.
    /// </summary>
    private static long? Number(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty)
        {
            return null;
        }

        int radix = part switch { ['0', 'x' or 'X', ..] => 16, ['0', _, ..] => 8, _ => 10 };
        ReadOnlySpan<char> digits = part[(radix switch { 16 => 2, 8 => 1, _ => 0 })..];

        long number = 0;
        foreach (char c in digits)
        {
            int digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiHexDigit(c) ? (c & 0xDF) - 'A' + 10 : radix;
            if (digit >= radix)
            {
                return null;
            }

            number = Math.Min((number * radix) + digit, 1L << 32);
        }

        return number;
    }
}
