using System.CommandLine;
using System.Globalization;
using NewsDiff.Pages;
using NewsDiff.Tool.Configuration;
using NewsDiff.Tool.Input;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Commands;

/// <summary>The options that several commands share.</summary>
/// <remarks>Each command line creates its own, because a symbol belongs to one.</remarks>
internal sealed class CommonOptions(ToolHost host)
{
    internal Option<string> Database { get; } = new("--db")
    {
        Description = "Where versions are kept: a SQLite file, or a PostgreSQL connection string "
            + "(postgresql://user@host/name or Host=…;Database=…).",
        HelpName = "PATH",
        DefaultValueFactory = _ => "newsdiff.db",
    };

    internal Option<bool> ReadOnly { get; } = new("--read-only")
    {
        Description = "Only read the database, which may be in a read-only folder.",
    };

    internal Option<string> Language { get; } = LanguageOption();

    internal Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON object per line instead of text.",
    };

    internal Option<string[]> AllowPrivate { get; } = new("--allow-private")
    {
        Description =
            "A host name of this machine or a private network that may be visited, such as 127.0.0.1:8080 (repeatable).",
        HelpName = "HOST",
    };

    internal Option<TimeSpan?> Gap { get; } = new("--gap")
    {
        Description = "The minimum time between two requests to a site, such as 5s or 1m. The default is 2s.",
        HelpName = "TIME",
        CustomParser = Duration.Parse,
    };

    internal Option<string> Record { get; } = new("--record")
    {
        Description =
            "Keep the answers of servers for a replay: in a WARC file (.warc or .warc.gz), otherwise in a folder of "
            + "pages.",
        HelpName = "PATH",
    };

    internal Option<bool> ShowDiff { get; } = new("--diff")
    {
        Description = "Show the changed words below each change.",
    };

    internal Option<string> Color { get; } = ColorOption();

    internal Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "The same as --color never, or as the environment variable NO_COLOR.",
        Recursive = true,
    };

    internal Option<bool> Debug { get; } = new("--debug")
    {
        Description = "Show the stack trace of an error.",
        Recursive = true,
    };

    internal Option<string> Contact { get; } = ContactOption();

    internal Option<string> Config { get; } = new("--config")
    {
        Description = "The settings file. The default is newsdiff.json in this folder or the nearest one above.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>The options of every command.</summary>
    internal IEnumerable<Option> Recursive => [Color, NoColor, Debug, Config];

    /// <summary>The settings; null until they are read.</summary>
    internal ToolSettings? KnownSettings { get; private set; }

    /// <summary>Adds the options of a command that visits the web.</summary>
    internal void AddWebTo(ToolCommand command)
    {
        command.Add(AllowPrivate);
        command.Add(Gap);
        command.Add(Contact);
    }

    /// <summary>Reads the settings once: the file, the environment, then the options.</summary>
    /// <exception cref="TroubleException">A setting is unknown, or its value is unusable.</exception>
    internal ToolSettings ReadSettings(ParseResult parse) =>
        KnownSettings ??= SettingsReader.Read(host, parse.GetValue(Config), [.. EntriesOf(parse)]);

    private IEnumerable<ConfigEntry> EntriesOf(ParseResult parse)
    {
        if (parse.GetResult(Database) is { Implicit: false } && parse.GetValue(Database) is { } database)
        {
            bool isServer = DatabaseName.IsPostgreSql(database);
            yield return new ConfigEntry(
                isServer ? ConfigKeys.StoreConnection : ConfigKeys.StorePath, database, Database.Name);
        }

        if (parse.GetValue(Contact) is { } contact)
        {
            yield return new ConfigEntry(ConfigKeys.Contact, contact, Contact.Name);
        }

        if (parse.GetValue(Gap) is { } gap)
        {
            yield return new ConfigEntry(
                ConfigKeys.MinGap, gap.ToString("c", CultureInfo.InvariantCulture), Gap.Name);
        }

        foreach ((int index, string privateHost) in (parse.GetValue(AllowPrivate) ?? []).Index())
        {
            yield return new ConfigEntry(
                string.Create(CultureInfo.InvariantCulture, $"{ConfigKeys.AllowedPrivateHosts}:{index}"),
                privateHost,
                AllowPrivate.Name);
        }
    }

    private static Option<string> ContactOption()
    {
        var option = new Option<string>("--contact")
        {
            Description =
                "A page or mail address for questions about these visits, sent with every request.",
            HelpName = "URL",
        };
        option.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: var contact }] && contact.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                result.AddError($"'{contact}' has characters that cannot be sent; use ASCII only.");
            }
        });
        return option;
    }

    private static Option<string> LanguageOption()
    {
        var option = new Option<string>("--language")
        {
            Description = "The language of the pages' own words; articles keep their language.",
            HelpName = "CODE",
            DefaultValueFactory = _ => "en",
        };
        option.Offer([.. PageRenderer.Languages]);
        return option;
    }

    private static Option<string> ColorOption()
    {
        var option = new Option<string>("--color")
        {
            Description = "When to use colour; auto uses it on a terminal.",
            HelpName = "WHEN",
            DefaultValueFactory = _ => "auto",
            Recursive = true,
        };
        option.Offer("auto", "always", "never");
        return option;
    }
}
