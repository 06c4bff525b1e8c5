using System.Globalization;
using System.Text;
using NewsDiff.Addresses;

namespace NewsDiff.Pages.Managing;

/// <summary>Reads an address that somebody typed, whatever it is.</summary>
internal static class TypedAddress
{
    internal const string Field = "address";

    /// <summary>The longest address that the library requests.</summary>
    internal const int MaxLength = 8192;

    private const string Example = "https://example.org/feed.xml";

    /// <summary>Reads an address; without a scheme, https is assumed.</summary>
    /// <returns>The address, or why it is none.</returns>
    internal static (Uri? Url, FieldFault? Fault) Read(string typed)
    {
        string text = typed.Trim();
        if (text.Length == 0)
        {
            return Fault("Give the address of a feed, a site or an article.");
        }

        if (text.Length > MaxLength)
        {
            return Fault(
                "An address has at most {0} characters; only the beginning was kept.",
                MaxLength.ToString(CultureInfo.InvariantCulture));
        }

        if (text.EnumerateRunes().Any(static rune => Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            || text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return Fault("The address has invisible characters, which no address has.");
        }

        bool hasScheme = text.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(hasScheme ? text : "https://" + text, UriKind.Absolute, out Uri? url)
            || !WebScheme.IsIn(url)
            || (!hasScheme && !url.Host.Contains('.', StringComparison.Ordinal)))
        {
            return Fault("That is not a web address, such as {0}.", Example);
        }

        return url.UserInfo.Length > 0
            ? Fault("Give the address without a user name or password: it would be stored and shown.")
            : (url, null);
    }

    private static (Uri? Url, FieldFault? Fault) Fault(string english, params string[] values) =>
        (null, new FieldFault(Field, english) { Values = [.. values] });
}
