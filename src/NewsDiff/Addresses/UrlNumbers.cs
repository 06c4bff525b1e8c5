using System.Globalization;

namespace NewsDiff.Addresses;

/// <summary>Reads hosts of one to four numbers (URL Standard, "IPv4 parser").</summary>
/// <remarks>The numbers are decimal, octal or hexadecimal.</remarks>
internal static class UrlNumbers
{
    /// <summary>Whether a host ends in a number, so that it must be an IP address.</summary>
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
            // The last number fills all remaining bytes.
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

    /// <summary>Reads a part as a number; null when it is not one.</summary>
    /// <remarks>A number larger than any address gives at least 2^32.</remarks>
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
