using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Classification;
using NewsDiff.Events;
using NewsDiff.Settings;

namespace NewsDiff.Notifications;

/// <summary>The section <c>Filter</c> of a channel: every condition under its own name.</summary>
internal static class FilterSettings
{
    public static NotificationFilter Read(SettingsSection channel)
    {
        var filter = new NotificationFilter();
        channel.Section("Filter", section =>
        {
            section.Texts("Kinds", value => filter = filter with { Kinds = Choices<ArticleEventKind>(value) });
            section.Texts("Sites", value => filter = filter with { Sites = [.. value] });
            section.Texts("Words", value => filter = filter with { Words = [.. value] });
            section.Texts("ExceptWords", value => filter = filter with { ExceptWords = [.. value] });
            section.Texts("Classes", value => filter = filter with { Classes = Choices<ChangeClass>(value) });
            section.Number("MinSignificance", value => filter = filter with { MinSignificance = value });
            section.Number("MinWords", value => filter = filter with { MinWords = value });
            section.Number("MaxWords", value => filter = filter with { MaxWords = value });
            section.Number("MaxPerHour", value => filter = filter with { MaxPerHour = value });
            section.Section("Quiet", inner => filter = filter with { Quiet = ReadQuiet(inner) });
        });
        return filter;
    }

    private static QuietHours? ReadQuiet(SettingsSection section)
    {
        TimeOnly? from = null, until = null;
        TimeZoneInfo zone = TimeZoneInfo.Utc;
        section.Text("From", value => from = TimeOf(value));
        section.Text("Until", value => until = TimeOf(value));
        section.Text("Zone", value => zone = TimeZoneInfo.TryFindSystemTimeZoneById(value, out TimeZoneInfo? found)
            ? found
            : throw new ArgumentException(
                "it is not a time zone of this machine, such as Europe/Berlin.", nameof(value)));
        if (!section.Has("From") || !section.Has("Until"))
        {
            section.Refuse("From", "and Until belong together, such as 22:00 and 07:00; one of them is missing.");
        }

        return from is { } start && until is { } end ? new QuietHours { From = start, Until = end, Zone = zone } : null;
    }

    private static TimeOnly TimeOf(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time)
            ? time
            : throw new ArgumentException("it is not a time of day, such as 22:00.", nameof(text));

    private static ImmutableArray<T> Choices<T>(IReadOnlyList<string> names)
        where T : struct, Enum
    {
        string[] known = Enum.GetNames<T>();
        return names.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? throw new ArgumentException(
                $"it has '{unknown}', and may have {string.Join(", ", known)}.", nameof(names))
            : [.. names.Select(name => Enum.Parse<T>(name, ignoreCase: true))];
    }
}
