using System.Globalization;
using NewsDiff.Rendering;

namespace NewsDiff.Tool.Output;

/// <summary>Names two compared versions, and the time between them.</summary>
internal static class ChangeHeading
{
    internal static Line Of(ArticleVersion before, ArticleVersion after)
    {
        string later = RelativeTime.Later(before.SeenAt, after.SeenAt);
        return new Line().Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Version {before.Number} of {Moment.Of(before.SeenAt)} and version {after.Number}, {later}"),
            Ink.Faint);
    }
}
