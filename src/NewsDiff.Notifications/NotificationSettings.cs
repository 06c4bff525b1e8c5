using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsDiff.Notifications.Bluesky;
using NewsDiff.Notifications.Mail;
using NewsDiff.Notifications.Mastodon;
using NewsDiff.Notifications.WebArchives;
using NewsDiff.Notifications.Webhooks;
using NewsDiff.Settings;

namespace NewsDiff.Notifications;

/// <summary>Reads the channels of the configuration.</summary>
internal static class NotificationSettings
{
    private static readonly Uri NoUrl = new("https://localhost/");

    /// <summary>The place of a tracker's settings.</summary>
    public static string PathOf(string? name) =>
        name is null ? "NewsDiff:Notifications" : $"NewsDiff:Trackers:{name}:Notifications";

    /// <summary>Adds the configured channels; unusable settings become faults of the options.</summary>
    public static void Apply(IServiceProvider provider, string path, NotificationOptions options)
    {
        if (provider.GetService<IConfiguration>() is not { } configuration)
        {
            return;
        }

        var section = new SettingsSection(configuration.GetSection(path), options.Faults);
        section.Text("ComparisonPattern", value => options.ComparisonPattern = value);
        section.Sections("Webhooks", inner => ReadWebhook(inner, options), static _ => { });
        section.Sections("Mail", inner => ReadMail(inner, options), static _ => { });
        section.Sections("Mastodon", inner => ReadMastodon(inner, options), static _ => { });
        section.Sections("Bluesky", inner => ReadBluesky(inner, options), static _ => { });
        section.Sections("WebArchives", inner => ReadWebArchive(inner, options), static _ => { });
        section.End();
    }

    private static WebArchiveOptions? ReadWebArchive(SettingsSection section, NotificationOptions options)
    {
        var archive = new WebArchiveOptions { Name = "" };
        section.Text("Name", value => archive = archive with { Name = value });
        section.Text("Server", value => archive = archive with { Server = new Uri(value, UriKind.RelativeOrAbsolute) });
        section.Secret("Key", value => archive = archive with { Key = value });
        section.Duration("Gap", value => archive = archive with { Gap = value });
        section.Duration("Patience", value => archive = archive with { Patience = value });
        NotificationFilter filter = FilterSettings.Read(section);
        if (Names(section, archive.Name, options))
        {
            options.AddWebArchive(archive, filter);
        }

        return archive;
    }

    private static WebhookOptions? ReadWebhook(SettingsSection section, NotificationOptions options)
    {
        var webhook = new WebhookOptions { Name = "", Url = NoUrl };
        section.Text("Name", value => webhook = webhook with { Name = value });
        section.Secret("Url", value => webhook = webhook with { Url = new Uri(value, UriKind.RelativeOrAbsolute) });
        section.Choice<WebhookShape>("Shape", value => webhook = webhook with { Shape = value });
        section.Secret("Secret", value => webhook = webhook with { Secret = value });
        section.Duration("Timeout", value => webhook = webhook with { Timeout = value });
        section.Duration("Patience", value => webhook = webhook with { Patience = value });
        NotificationFilter filter = FilterSettings.Read(section);
        if (Names(section, webhook.Name, options)
            & Requires(section, "Url", "it is where the webhook is sent."))
        {
            options.AddWebhook(webhook, filter);
        }

        return webhook;
    }

    private static MailOptions? ReadMail(SettingsSection section, NotificationOptions options)
    {
        var mail = new MailOptions { Name = "", Server = "localhost", From = "a@localhost", To = ["a@localhost"] };
        section.Text("Name", value => mail = mail with { Name = value });
        section.Text("Server", value => mail = mail with { Server = value });
        section.Number("Port", value => mail = mail with { Port = value });
        section.Choice<MailSecurity>("Security", value => mail = mail with { Security = value });
        section.Text("User", value => mail = mail with { User = value });
        section.Secret("Password", value => mail = mail with { Password = value });
        section.Text("From", value => mail = mail with { From = value });
        section.Texts("To", value => mail = mail with { To = [.. value] });
        section.Duration("Timeout", value => mail = mail with { Timeout = value });
        section.Duration("Patience", value => mail = mail with { Patience = value });
        NotificationFilter filter = FilterSettings.Read(section);
        if (Names(section, mail.Name, options)
            & Requires(section, "Server", "it is the mail server that sends.")
            & Requires(section, "From", "it is the sender's address.")
            & Requires(section, "To", "it is the list of the receivers' addresses."))
        {
            options.AddMail(mail, filter);
        }

        return mail;
    }

    private static MastodonOptions? ReadMastodon(SettingsSection section, NotificationOptions options)
    {
        var account = new MastodonOptions { Name = "", Server = NoUrl, Token = "" };
        section.Text("Name", value => account = account with { Name = value });
        section.Text("Server", value => account = account with { Server = new Uri(value, UriKind.RelativeOrAbsolute) });
        section.Secret("Token", value => account = account with { Token = value });
        section.Choice<MastodonVisibility>("Visibility", value => account = account with { Visibility = value });
        section.Number("MaxCharacters", value => account = account with { MaxCharacters = value });
        section.Duration("Patience", value => account = account with { Patience = value });
        NotificationFilter filter = FilterSettings.Read(section);
        if (Names(section, account.Name, options)
            & Requires(section, "Server", "it is the account's server, such as https://mastodon.example.")
            & Requires(section, "Token", "it is the access token of an application of the account."))
        {
            options.AddMastodon(account, filter);
        }

        return account;
    }

    private static BlueskyOptions? ReadBluesky(SettingsSection section, NotificationOptions options)
    {
        var account = new BlueskyOptions { Name = "", Handle = "", Password = "" };
        section.Text("Name", value => account = account with { Name = value });
        section.Text("Server", value => account = account with { Server = new Uri(value, UriKind.RelativeOrAbsolute) });
        section.Text("Handle", value => account = account with { Handle = value });
        section.Secret("Password", value => account = account with { Password = value });
        section.Duration("Patience", value => account = account with { Patience = value });
        NotificationFilter filter = FilterSettings.Read(section);
        if (Names(section, account.Name, options)
            & Requires(section, "Handle", "it is the account's name, such as diffs.example.org.")
            & Requires(section, "Password", "it is an app password of the account."))
        {
            options.AddBluesky(account, filter);
        }

        return account;
    }

    private static bool Names(SettingsSection section, string name, NotificationOptions options)
    {
        bool isFree = !options.Routes.Any(route => route.Name == name);
        if (!isFree)
        {
            section.Refuse("Name", $"is '{name}', like that of another channel: each needs one of its own.");
        }

        return isFree & Requires(section, "Name", "the store remembers under it what was sent.");
    }

    private static bool Requires(SettingsSection section, string key, string meaning)
    {
        bool has = section.Has(key);
        if (!has)
        {
            section.Refuse(key, $"is missing: {meaning}");
        }

        return has;
    }
}
