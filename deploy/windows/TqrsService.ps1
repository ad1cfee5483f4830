Set-StrictMode -Version Latest

function Assert-TqrsAdministrator {
    <#
    .SYNOPSIS
        Stops where the caller is no administrator.
    #>
    [CmdletBinding()]
    param()

    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object Security.Principal.WindowsPrincipal $identity
    if (-not $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
        throw 'Only an administrator can do that. Open PowerShell with "Run as administrator".'
    }
}

function Install-TqrsService {
    <#
    .SYNOPSIS
        Installs the TQRS web page as a Windows service.

    .DESCRIPTION
        Windows starts only programs as services that speak with its service manager, which Node.js does not. WinSW does so for it: it
        passes a stop on as Ctrl-C, so that runs are saved, and keeps a log. Download it yourself, and give its SHA-256 as it is published
        with the release: what does not match is not installed.

        The service runs under an account of its own (NT SERVICE\<name>), which Windows makes and which has no password and no rights
        but to its data folder. It is started with Windows, and again where it dies.

    .PARAMETER WinSWPath
        WinSW-x64.exe of release 2.12 or later of version 2.

    .PARAMETER WinSWHash
        Its SHA-256, in hex.

    .PARAMETER CommandPath
        bin\tqrs.cjs of the installed command, in a folder that every account may read, and only administrators may change.

    .PARAMETER NodePath
        node.exe, 22.18 or later, also readable by every account.

    .PARAMETER InstallPath
        Where the service's own files go.

    .PARAMETER DataPath
        Where uploads, runs, logs and credentials are kept.

    .PARAMETER Port
        Where the server listens.

    .PARAMETER Address
        Which address of this machine it listens on. Others than 127.0.0.1 need the credential TQRS_SERVE_TOKEN.

    .PARAMETER ServiceName
        The name of the service.

    .EXAMPLE
        Install-TqrsService -WinSWPath .\WinSW-x64.exe -WinSWHash $published -CommandPath 'C:\Program Files\TqrsApp\node_modules\@tqrs\cli\bin\tqrs.cjs'

    .EXAMPLE
        Install-TqrsService -WinSWPath .\WinSW-x64.exe -WinSWHash $published -CommandPath $command -Port 9000 -DataPath D:\Tqrs -WhatIf

        Tells what would be done.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)]
        [ValidateScript({ Test-Path -LiteralPath $_ -PathType Leaf })]
        [string] $WinSWPath,

        [Parameter(Mandatory)]
        [ValidatePattern('^[0-9A-Fa-f]{64}$')]
        [string] $WinSWHash,

        [Parameter(Mandatory)]
        [ValidateScript({ Test-Path -LiteralPath $_ -PathType Leaf })]
        [string] $CommandPath,

        [ValidateScript({ Test-Path -LiteralPath $_ -PathType Leaf })]
        [string] $NodePath = (Get-Command -Name 'node.exe' -CommandType Application | Select-Object -First 1).Source,

        [ValidateNotNullOrEmpty()]
        [string] $InstallPath = (Join-Path $env:ProgramFiles 'Tqrs'),

        [ValidateNotNullOrEmpty()]
        [string] $DataPath = (Get-TqrsDefaultDataPath),

        [ValidateRange(1, 65535)]
        [int] $Port = 8501,

        [ValidatePattern('^[0-9A-Fa-f.:]+$')]
        [string] $Address = '127.0.0.1',

        [ValidatePattern('^[A-Za-z0-9]{1,40}$')]
        [string] $ServiceName = 'Tqrs'
    )

    Assert-TqrsAdministrator
    foreach ($value in $CommandPath, $NodePath, $InstallPath, $DataPath) {
        if ($value -match '["%]') { throw 'A path must not hold quotes or percent signs.' }
    }
    if (Get-Service -Name $ServiceName -ErrorAction SilentlyContinue) {
        throw "There is a service named $ServiceName already. Remove-TqrsService takes it away; its data stays."
    }
    $hash = (Get-FileHash -LiteralPath $WinSWPath -Algorithm SHA256).Hash
    if ($hash -ne $WinSWHash) { throw "$WinSWPath is not the file that was published: its SHA-256 is $hash." }
    if (-not $PSCmdlet.ShouldProcess($ServiceName, "Install the service in $InstallPath, with its data in $DataPath")) { return }

    $null = New-Item -ItemType Directory -Path $InstallPath -Force
    foreach ($name in 'Start-TqrsServer.ps1', 'TqrsCredential.ps1') {
        Copy-Item -LiteralPath (Join-Path $PSScriptRoot $name) -Destination $InstallPath -Force
    }
    $wrapper = Join-Path $InstallPath "$ServiceName.exe"
    Copy-Item -LiteralPath $WinSWPath -Destination $wrapper -Force
    $settings = @{
        ServiceName = $ServiceName
        Launcher    = Join-Path $InstallPath 'Start-TqrsServer.ps1'
        NodePath    = (Resolve-Path -LiteralPath $NodePath).ProviderPath
        CommandPath = (Resolve-Path -LiteralPath $CommandPath).ProviderPath
        DataPath    = $DataPath
        Port        = $Port
        Address     = $Address
    }
    Write-TqrsServiceConfiguration -Path (Join-Path $InstallPath "$ServiceName.xml") -Settings $settings

    $null = New-Service -Name $ServiceName -BinaryPathName "`"$wrapper`"" -StartupType Automatic `
        -DisplayName 'TQRS' -Description 'The web page of TQRS: reviews of service desk tickets.'
    try {
        $service = Get-CimInstance -ClassName Win32_Service -Filter "Name = '$ServiceName'"
        $change = Invoke-CimMethod -InputObject $service -MethodName Change -Arguments @{
            StartName = "NT SERVICE\$ServiceName"; StartPassword = ''
        }
        if ($change.ReturnValue -ne 0) { throw "The service cannot run under its own account: error $($change.ReturnValue)." }
        # Again after 10 seconds, then after a minute; an hour without a fault is a new beginning.
        $null = & sc.exe failure $ServiceName reset= 3600 actions= restart/10000/restart/60000/restart/60000
        if ($LASTEXITCODE -ne 0) { throw "sc.exe failed with $LASTEXITCODE." }
        foreach ($folder in $DataPath, (Join-Path $DataPath 'data'), (Join-Path $DataPath 'logs')) {
            Protect-TqrsFolder -Path $folder -ServiceName $ServiceName -ServiceRights 'Modify'
        }
        Protect-TqrsFolder -Path (Get-TqrsCredentialPath -DataPath $DataPath) -ServiceName $ServiceName -ServiceRights 'ReadAndExecute'
    }
    catch {
        # A service that is installed by half would be in the way of the next try.
        & sc.exe delete $ServiceName | Out-Null
        throw
    }
    Get-TqrsService -ServiceName $ServiceName
}

function Write-TqrsServiceConfiguration {
    <#
    .SYNOPSIS
        Writes the configuration of WinSW. It holds no secret.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)]
        [string] $Path,

        [Parameter(Mandatory)]
        [hashtable] $Settings
    )

    if (-not $PSCmdlet.ShouldProcess($Path, 'Write the configuration')) { return }
    $powershell = Join-Path $env:SystemRoot 'System32\WindowsPowerShell\v1.0\powershell.exe'
    $arguments = '-NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "{0}" -NodePath "{1}" -CommandPath "{2}" -DataPath "{3}" -Port {4} -Address {5}' -f
        $Settings.Launcher, $Settings.NodePath, $Settings.CommandPath, $Settings.DataPath, $Settings.Port, $Settings.Address
    $options = New-Object System.Xml.XmlWriterSettings
    $options.Indent = $true
    $writer = [System.Xml.XmlWriter]::Create($Path, $options)
    try {
        $writer.WriteStartElement('service')
        $writer.WriteElementString('id', $Settings.ServiceName)
        $writer.WriteElementString('name', 'TQRS')
        $writer.WriteElementString('description', 'The web page of TQRS: reviews of service desk tickets.')
        $writer.WriteElementString('executable', $powershell)
        $writer.WriteElementString('arguments', $arguments)
        $writer.WriteElementString('workingdirectory', (Join-Path $Settings.DataPath 'data'))
        $writer.WriteElementString('logpath', (Join-Path $Settings.DataPath 'logs'))
        # Runs get the time to save what is finished.
        $writer.WriteElementString('stoptimeout', '30 sec')
        $writer.WriteStartElement('log')
        $writer.WriteAttributeString('mode', 'roll-by-size')
        $writer.WriteElementString('sizeThreshold', '10240')
        $writer.WriteElementString('keepFiles', '8')
        $writer.WriteEndElement()
        $writer.WriteEndElement()
    }
    finally {
        $writer.Dispose()
    }
}

function Get-TqrsService {
    <#
    .SYNOPSIS
        Tells how the TQRS service is, and whether it answers.

    .PARAMETER ServiceName
        The name of the service.

    .PARAMETER Port
        Where it is asked whether it answers.

    .EXAMPLE
        Get-TqrsService
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [ValidatePattern('^[A-Za-z0-9]{1,40}$')]
        [string] $ServiceName = 'Tqrs',

        [ValidateRange(1, 65535)]
        [int] $Port = 8501
    )

    $service = Get-CimInstance -ClassName Win32_Service -Filter "Name = '$ServiceName'"
    if (-not $service) { throw "There is no service named $ServiceName." }
    $answers = $false
    if ($service.State -eq 'Running') {
        try {
            $health = Invoke-RestMethod -Uri "http://127.0.0.1:$Port/health" -TimeoutSec 5
            $answers = $health.status -eq 'ok'
        }
        catch {
            Write-Verbose "It does not answer: $($_.Exception.Message)"
        }
    }
    [pscustomobject]@{
        Name    = $service.Name
        State   = $service.State
        Account = $service.StartName
        Answers = $answers
    }
}

function Start-TqrsService {
    <#
    .SYNOPSIS
        Starts the TQRS service.

    .PARAMETER ServiceName
        The name of the service.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [ValidatePattern('^[A-Za-z0-9]{1,40}$')]
        [string] $ServiceName = 'Tqrs'
    )

    Assert-TqrsAdministrator
    if ($PSCmdlet.ShouldProcess($ServiceName, 'Start the service')) { Start-Service -Name $ServiceName }
}

function Stop-TqrsService {
    <#
    .SYNOPSIS
        Stops the TQRS service. Runs save what is finished, and go on when it is started again.

    .PARAMETER ServiceName
        The name of the service.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [ValidatePattern('^[A-Za-z0-9]{1,40}$')]
        [string] $ServiceName = 'Tqrs'
    )

    Assert-TqrsAdministrator
    if ($PSCmdlet.ShouldProcess($ServiceName, 'Stop the service')) { Stop-Service -Name $ServiceName }
}

function Remove-TqrsService {
    <#
    .SYNOPSIS
        Stops the TQRS service and removes it. Its data and credentials stay, unless they are to go.

    .PARAMETER ServiceName
        The name of the service.

    .PARAMETER InstallPath
        Where the service's own files are.

    .PARAMETER DataPath
        Where its data is.

    .PARAMETER IncludeData
        Deletes uploads, runs, decisions, logs and credentials, too.

    .EXAMPLE
        Remove-TqrsService -IncludeData
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param(
        [ValidatePattern('^[A-Za-z0-9]{1,40}$')]
        [string] $ServiceName = 'Tqrs',

        [ValidateNotNullOrEmpty()]
        [string] $InstallPath = (Join-Path $env:ProgramFiles 'Tqrs'),

        [ValidateNotNullOrEmpty()]
        [string] $DataPath = (Get-TqrsDefaultDataPath),

        [switch] $IncludeData
    )

    Assert-TqrsAdministrator
    if (-not $PSCmdlet.ShouldProcess($ServiceName, 'Stop and remove the service')) { return }
    if (Get-Service -Name $ServiceName -ErrorAction SilentlyContinue) {
        Stop-Service -Name $ServiceName
        # Remove-Service is not there before PowerShell 6.
        $null = & sc.exe delete $ServiceName
        if ($LASTEXITCODE -ne 0) { throw "sc.exe failed with $LASTEXITCODE." }
    }
    foreach ($name in "$ServiceName.exe", "$ServiceName.xml", 'Start-TqrsServer.ps1', 'TqrsCredential.ps1') {
        $path = Join-Path $InstallPath $name
        if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path -Force }
    }
    if ($IncludeData) {
        foreach ($name in 'data', 'logs', 'credentials') {
            $path = Join-Path $DataPath $name
            if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path -Recurse -Force }
        }
    }
}
