namespace NewsDiff.Extraction.Html;

/// <summary>Finds the document types of pages that are read like in old browsers (HTML Standard, 13.2.6.4.1).</summary>
internal static class Quirks
{
    private static readonly string[] PublicBeginnings =
    [
        "+//Silmaril//dtd html Pro v0r11 19970101//", "-//AS//DTD HTML 3.0 asWedit + extensions//",
        "-//AdvaSoft Ltd//DTD HTML 3.0 asWedit + extensions//", "-//IETF//DTD HTML",
        "-//Metrius//DTD Metrius Presentational//",
        "-//Microsoft//DTD Internet Explorer 2.0 ", "-//Microsoft//DTD Internet Explorer 3.0 ",
        "-//Netscape Comm. Corp.//DTD HTML//", "-//Netscape Comm. Corp.//DTD Strict HTML//",
        "-//O'Reilly and Associates//DTD HTML ", "-//SQ//DTD HTML 2.0 HoTMetaL + extensions//",
        "-//SoftQuad Software//DTD HoTMetaL PRO 6.0::19990601::extensions to HTML 4.0//",
        "-//SoftQuad//DTD HoTMetaL PRO 4.0::19971010::extensions to HTML 4.0//", "-//Spyglass//DTD HTML 2.0 Extended//",
        "-//Sun Microsystems Corp.//DTD HotJava ", "-//W3C//DTD HTML 3 1995-03-24//", "-//W3C//DTD HTML 3.2",
        "-//W3C//DTD HTML 4.0 Frameset//", "-//W3C//DTD HTML 4.0 Transitional//", "-//W3C//DTD HTML Experimental ",
        "-//W3C//DTD W3 HTML 3.0//", "-//W3O//DTD W3 HTML 3.0//", "-//WebTechs//DTD Mozilla HTML ",
    ];

    private static readonly string[] PublicNames =
        ["-//W3O//DTD W3 HTML Strict 3.0//EN//", "-/W3C/DTD HTML 4.0 Transitional/EN", "HTML"];

    private static readonly string[] PublicBeginningsAlone =
        ["-//W3C//DTD HTML 4.01 Frameset//", "-//W3C//DTD HTML 4.01 Transitional//"];

    /// <summary>Whether a document type is one of them.</summary>
    /// <param name="text">What follows the word <c>doctype</c>, up to the bracket.</param>
    public static bool AreOf(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        int length = text.IndexOfAny(" \t\r\n\f");
        ReadOnlySpan<char> name = length < 0 ? text : text[..length];
        ReadOnlySpan<char> rest = length < 0 ? "" : text[length..].TrimStart();
        bool isPublic = rest.StartsWith("public", StringComparison.OrdinalIgnoreCase);
        bool isSystem = rest.StartsWith("system", StringComparison.OrdinalIgnoreCase);
        rest = isPublic || isSystem ? rest["public".Length..] : "";
        string? publicName = isPublic ? Quoted(ref rest) : null;
        string? systemName = Quoted(ref rest);
        return !name.Equals("html", StringComparison.OrdinalIgnoreCase)
            || IsOld(publicName ?? "", hasSystem: systemName is not null)
            || Same(systemName, "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd");
    }

    private static bool IsOld(string publicName, bool hasSystem) =>
        PublicNames.Any(name => Same(name, publicName))
            || PublicBeginnings.Any(name => Starts(publicName, name))
            || (!hasSystem && PublicBeginningsAlone.Any(name => Starts(publicName, name)));

    private static bool Starts(string text, string beginning) =>
        text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string? left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes a quoted name from the front of a text; null when there is none.</summary>
    private static string? Quoted(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text is not ['"' or '\'', ..])
        {
            return null;
        }

        ReadOnlySpan<char> rest = text[1..];
        int length = rest.IndexOf(text[0]);
        string name = (length < 0 ? rest : rest[..length]).ToString();
        text = length < 0 ? "" : rest[(length + 1)..];
        return name;
    }
}
