using NewsDiff.AspNetCore;
using NewsDiff.Hosting;
using NewsDiff.Sqlite;

// Follows the feeds of appsettings.json, and serves what changed beside the application's own pages.
// README.md has the commands.
WebApplicationBuilder builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddNewsDiff();
builder.Services.AddConfiguredSqliteVersionStore();
builder.Services.AddOpenApi();

WebApplication app = builder.Build();
app.MapGet("/", () => Results.Redirect("/changes"));
app.MapOpenApi();
app.MapNewsDiff("/changes", new NewsDiffSiteOptions { SiteName = "What changed" });
await app.RunAsync();
