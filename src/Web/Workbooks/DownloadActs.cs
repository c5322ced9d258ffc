using Responsables.App.Workbooks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Workbooks;

/// <summary>Workbooks to be filled. Each is written to a file of its own that goes with the answer, never held whole in memory.</summary>
internal static class DownloadActs
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static Task<IResult> OneAsync(Guid id, HttpContext http, MakeWorkbook make, CancellationToken cancel) =>
        FileAsync(target => make.RunAsync(http.SignedIn(), id, target, cancel));

    public static Task<IResult> ManyAsync(int year, string? sous, HttpContext http, MakeWorkbook make, CancellationToken cancel) =>
        FileAsync(target => make.RunAsync(http.SignedIn(), year, new OrganizationCode(sous ?? ""), target, cancel));

    private static async Task<IResult> FileAsync(Func<Func<Stream>, Task<Outcome<WorkbookMade>>> make)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            if (await make(() => file) is Outcome<WorkbookMade>.Done { Value: var made })
            {
                file.Position = 0;
                return Results.File(file, Type, made.FileName);
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        await file.DisposeAsync();
        return Page.Missing();
    }
}
