using System.Collections.Immutable;
using NewsDiff.Classification;
using NewsDiff.Events;

namespace NewsDiff.Notifications;

/// <summary>Which events a channel sends, and when.</summary>
/// <remarks>An event passes when it meets every condition. Equality compares the arrays by reference.</remarks>
public sealed record NotificationFilter
{
    /// <summary>The kinds of events. The default is changed, vanished and returned.</summary>
    public ImmutableArray<ArticleEventKind> Kinds
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [ArticleEventKind.Changed, ArticleEventKind.Vanished, ArticleEventKind.Returned];

    /// <summary>Host names of sites, with their subdomains; empty for all. The default is all.</summary>
    public ImmutableArray<string> Sites { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Words of which at least one must occur. The default is empty: all events pass.</summary>
    /// <remarks>
    /// They are searched for in the headline and in the paragraphs that changed. Case is ignored. An entry may be a
    /// phrase.
    /// </remarks>
    public ImmutableArray<string> Words { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Words that must not occur. The default is empty.</summary>
    public ImmutableArray<string> ExceptWords { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Classes of which a change must have one. The default is empty: all changes pass.</summary>
    /// <remarks>Use <see cref="ChangeClass.Headline"/> to pass changes of headlines only.</remarks>
    public ImmutableArray<ChangeClass> Classes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The smallest significance of a change, from 0 to 100. The default is 20.</summary>
    /// <remarks>Typography alone has at most 10.</remarks>
    public int MinSignificance
    {
        get;
        init => field = OptionRange.Check(value, 0, ChangeClasses.MaxSignificance);
    } = 20;

    /// <summary>The minimum number of added and removed words together. The default is 0.</summary>
    public int MinWords { get; init => field = OptionRange.Check(value, 0, int.MaxValue); }

    /// <summary>The maximum number of added and removed words together. The default is no limit.</summary>
    public int MaxWords { get; init => field = OptionRange.Check(value, 0, int.MaxValue); } = int.MaxValue;

    /// <summary>When nothing is sent; null for never. The default is null.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>The maximum number of single notifications for a site an hour. The default is 20.</summary>
    /// <remarks>The rest of the hour comes in one digest; 0 sends digests only.</remarks>
    public int MaxPerHour { get; init => field = OptionRange.Check(value, 0, int.MaxValue); } = 20;
}
