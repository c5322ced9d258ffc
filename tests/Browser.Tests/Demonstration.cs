using System.Diagnostics;
using Responsables.App.Database;
using Responsables.Web.Tests;

namespace Responsables.Browser.Tests;

/// <summary>The demonstration, made once by the program itself, and the site over it: pages as large as they get.</summary>
public sealed class Demonstration : IAsyncLifetime
{
    private const string Password = "motdepasse-demo";

    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "Responsables.Cli.dll"));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("responsables-pages-");

    public Site Site { get; private set; } = null!;

    public static Task SignInAsync(Person person, string who) => person.SignInAsync(EmailOf(who), Password);

    /// <summary>One of its people in a browser without scripts nor pictures.</summary>
    public Task<Visitor> VisitAsync(string who) => Site.SignInWith(EmailOf(who), Password);

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program, "init", "--demo", "--data", folder.FullName]) { RedirectStandardOutput = true };
        start.Environment["RESPONSABLES_DEMO_PASSWORD"] = Password;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_GCgen0size"] = "4000000";
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Site = await Site.OverAsync(DatabaseChoice.Of(folder.FullName, null), null, "--RESPONSABLES_SIGN_INS_PER_MINUTE=1000");
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static string EmailOf(string who) => $"{who}@demonstration.invalid";
}
