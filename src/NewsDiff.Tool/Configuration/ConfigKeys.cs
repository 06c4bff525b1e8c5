using System.Collections.Immutable;
using NewsDiff.Hosting;

namespace NewsDiff.Tool.Configuration;

/// <summary>The keys of the settings that the tool itself knows.</summary>
internal static class ConfigKeys
{
    internal const string Section = NewsDiffHostOptions.SectionName;
    internal const string StoreSection = Section + ":Store";
    internal const string StorePath = StoreSection + ":Path";
    internal const string StoreConnection = StoreSection + ":ConnectionString";
    internal const string Contact = Section + ":Contact";
    internal const string Rules = Section + ":Rules";
    internal const string Feeds = Section + ":Feeds";
    internal const string Interval = Section + ":Interval";
    internal const string MaxConcurrency = Section + ":MaxConcurrency";
    internal const string MinGap = Section + ":Fetch:MinGap";
    internal const string AllowedPrivateHosts = Section + ":Fetch:AllowedPrivateHosts";
    internal const string Notifications = Section + ":Notifications";

    /// <summary>Pairs of names for one setting; a later source overrules the other name too.</summary>
    internal static readonly ImmutableArray<(string One, string Other)> Twins =
    [
        (StorePath, StoreConnection),
        (Contact, Section + ":Fetch:Contact"),
        (MaxConcurrency, Section + ":Tracker:MaxConcurrency"),
    ];

    /// <summary>The last parts of keys whose values are never shown.</summary>
    private static readonly string[] Secret =
        ["Url", "Secret", "Password", "Token", "Key", "Value", "ConnectionString"];

    /// <summary>Whether the value of a setting is never shown.</summary>
    internal static bool IsSecret(string key) =>
        Secret.Contains(key[(key.LastIndexOf(':') + 1)..], StringComparer.OrdinalIgnoreCase);
}
