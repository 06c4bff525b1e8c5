using System.Globalization;
using NewsDiff.Text;

namespace NewsDiff.Addresses;

/// <summary>Reads user, host and port of an address (URL Standard, "authority state").</summary>
internal static class UrlAuthority
{
    /// <summary>Adds a normalised authority: the host in ASCII, without a default port or empty user.</summary>
    /// <returns>Whether it is valid.</returns>
    public static bool TryAppend(ReadOnlySpan<char> authority, bool isHttps, CharBuffer href)
    {
        int at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            AppendUser(authority[..at], href);
            authority = authority[(at + 1)..];
        }

        int colon = authority.LastIndexOf(':');
        bool hasPort = colon > authority.LastIndexOf(']');
        ReadOnlySpan<char> host = hasPort ? authority[..colon] : authority;
        return UrlHost.Read(host) is { } name
            && TryReadPort(hasPort ? authority[(colon + 1)..] : [], out int? port)
            && Append(name, port == (isHttps ? 443 : 80) ? null : port, href);
    }

    private static bool Append(string host, int? port, CharBuffer href)
    {
        href.Append(host);
        if (port is { } number)
        {
            href.Append(':');
            href.Append(number.ToString(CultureInfo.InvariantCulture));
        }

        return true;
    }

    private static void AppendUser(ReadOnlySpan<char> user, CharBuffer href)
    {
        int colon = user.IndexOf(':');
        ReadOnlySpan<char> name = colon < 0 ? user : user[..colon];
        ReadOnlySpan<char> password = colon < 0 ? [] : user[(colon + 1)..];
        if (name.IsEmpty && password.IsEmpty)
        {
            return;
        }

        UrlEscapes.Append(name, UrlEscapes.User, href);
        if (!password.IsEmpty)
        {
            href.Append(':');
            UrlEscapes.Append(password, UrlEscapes.User, href);
        }

        href.Append('@');
    }

    private static bool TryReadPort(ReadOnlySpan<char> digits, out int? port)
    {
        port = null;
        foreach (char digit in digits)
        {
            int number = ((port ?? 0) * 10) + digit - '0';
            if (!char.IsAsciiDigit(digit) || number > ushort.MaxValue)
            {
                return false;
            }

            port = number;
        }

        return true;
    }
}
