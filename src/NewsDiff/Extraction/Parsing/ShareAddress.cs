using System.Buffers;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Recognises the addresses by which networks let readers share a page.</summary>
internal static class ShareAddress
{
    private static readonly SearchValues<string> Parts = SearchValues.Create(
        [
            "twitter.com/intent/", "twitter.com/share", "x.com/intent/", "x.com/share", "facebook.com/sharer",
            "facebook.com/share.php", "facebook.com/dialog/", "wa.me/?", "whatsapp.com/send", "whatsapp://send",
            "t.me/share", "linkedin.com/sharearticle", "linkedin.com/sharing", "pinterest.com/pin/create",
            "reddit.com/submit", "bsky.app/intent/", "threads.net/intent/", "social-plugins.line.me/lineit",
            "vk.com/share.php", "getpocket.com/save", "flipboard.com/bookmarklet", "mailto:?",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address leads to a form for sharing.</summary>
    public static bool IsOne(ReadOnlySpan<char> address) => address.ContainsAny(Parts);
}
