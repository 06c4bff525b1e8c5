using Microsoft.Extensions.Hosting;
using NewsDiff.Hosting;
using NewsDiff.Notifications;
using NewsDiff.Sqlite;

// Follows the feeds of appsettings.json, and tells of changes by its channels; README.md has the commands.
HostApplicationBuilder builder = Host.CreateApplicationBuilder(
    new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddNewsDiff();
builder.Services.AddConfiguredSqliteVersionStore();
builder.Services.AddNewsDiffNotifications();
await builder.Build().RunAsync();
