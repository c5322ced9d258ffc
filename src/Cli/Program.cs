using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Responsables.Cli;

CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
    CultureInfo.GetCultureInfo("fr-FR");

var parsed = Commands.Root().Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    Console.Error.WriteLine(Words.Of("cli.see-help"));
    return Exit.Usage;
}

return await parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    // The site stops in its own order; the other commands are in one transaction and may be cut.
    ProcessTerminationTimeout = null,
});
