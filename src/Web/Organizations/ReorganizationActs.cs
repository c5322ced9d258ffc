using Responsables.App.Organizations;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Organizations;

/// <summary>Acts on the organisations: each shows what it would do before it is done.</summary>
internal static class ReorganizationActs
{
    public static async Task<IResult> ShowAsync(string act, string? organisme, OrganizationRegisterQuery query, TimeProvider clock, CancellationToken cancel) =>
        ReorganizationInput.Acts.Contains(act)
            ? Form(act, new ReorganizationInput(new Dictionary<string, string> { ["organisme"] = organisme ?? "", ["organismes"] = organisme ?? "" }), await query.RunAsync(cancel), clock, [])
            : Page.Missing();

    public static async Task<IResult> ActAsync(
        string act, Form form, HttpContext http, Reorganize reorganize, OrganizationRegisterQuery query, TimeProvider clock, CancellationToken cancel)
    {
        if (!ReorganizationInput.Acts.Contains(act))
        {
            return Page.Missing();
        }

        var input = ReorganizationInput.Of(form);
        var register = await query.RunAsync(cancel);
        IResult Refused(IReadOnlyList<Problem> problems) => Form(act, input, register, clock, problems);

        if (form["etape"] == "corriger")
        {
            return Form(act, input, register, clock, []);
        }

        if (input.Read(act) is not Outcome<Reorganization>.Done { Value: var wanted })
        {
            return input.Read(act).ToPage(_ => Page.Missing(), Refused);
        }

        return form["etape"] == "faire"
            ? (await reorganize.RunAsync(http.SignedIn(), wanted, form["sceau"], form.Key, cancel)).ToPage(
                _ => Page.GoTo("/organismes", "organizations.act.done"), Refused)
            : (await reorganize.PreviewAsync(http.SignedIn(), wanted, cancel)).ToPage(
                effect => Page.Of<ReorganizationPreviewPage>(new { Act = act, Input = input, Effect = effect }), Refused);
    }

    private static IResult Form(string act, ReorganizationInput input, OrganizationRegister register, TimeProvider clock, IReadOnlyList<Problem> problems) =>
        Page.Of<ReorganizationPage>(
            new { Act = act, Input = input, Tree = register.At(OrganizationsActs.Today(clock)), Problems = problems },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
