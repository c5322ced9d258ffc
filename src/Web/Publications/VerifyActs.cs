using Responsables.App.Database;
using Responsables.App.Publications;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Publications;

/// <summary>Holds the file of an edition against what was sealed.</summary>
internal static class VerifyActs
{
    public const string FileField = "fichier";

    /// <summary>Larger than the file of any edition of three hundred bodies.</summary>
    public const long MostBytes = 60L * 1024 * 1024;

    public static IResult Ask() => Page.Of<VerifyPage>();

    public static async Task<IResult> VerifyAsync(Form form, AppDb db, CancellationToken cancel)
    {
        if (form.Fields.Files.GetFile(FileField) is not { Length: > 0 } file)
        {
            return Refused("publications.verify-no-file");
        }

        if (file.Length > MostBytes)
        {
            return Refused("publications.verify-too-large");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancel);
        return await VerifyEdition.HereAsync(db, content.ToArray(), cancel) is { } verified
            ? Page.Of<VerifyPage>(new { Verified = verified, file.FileName })
            : Refused("publications.verify-not-an-edition");
    }

    private static IResult Refused(string code) => Page.Refused<VerifyPage>(new { Problems = (IReadOnlyList<Problem>)[new Problem(code, FileField)] });
}
