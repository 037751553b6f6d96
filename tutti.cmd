@echo off
rem Tutti's launcher for Windows; what each part is for stands in the file "tutti" beside it.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "LAUNCH=%ROOT%\target\launch"

set "YES="
if "%CI%"=="true" set "YES=true"
set "COMMAND="
set "REST="
:words
if "%~1"=="" goto said
if "%~1"=="--yes" set "YES=true"& shift& goto words
if not defined COMMAND set "COMMAND=%~1"& shift& goto words
set REST=%REST% %1
shift
goto words

:said
if not defined COMMAND goto usage
if "%COMMAND%"=="help" goto usage
if "%COMMAND%"=="--help" goto usage
if "%COMMAND%"=="-h" goto usage
for %%c in (run server replay test reliability installer bench) do if "%COMMAND%"=="%%c" goto known
call :usage
echo tutti: there is no command "%COMMAND%"
exit /b 1

:known
call :find_jdk
if not defined JAVA call :offer_jdk
if not defined JAVA (
    echo tutti: get a JDK 25 or newer ^(any OpenJDK build, for example Temurin^) and set JAVA_HOME to it
    exit /b 1
)
set "MAVEN_OPTS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"

if "%COMMAND%"=="run" goto run
if "%COMMAND%"=="server" goto server
if "%COMMAND%"=="replay" goto replay
if "%COMMAND%"=="test" goto test
if "%COMMAND%"=="reliability" goto reliability
if "%COMMAND%"=="installer" goto installer
if "%COMMAND%"=="bench" goto bench

:run
call :build programs "server,client-fx" process-classes || exit /b 1
"%JAVA%" "-Dtutti.server.command=%JAVA%" "-Dtutti.server.arguments=@%LAUNCH%\server.args" "@%LAUNCH%\client.args" %REST%
exit /b %ERRORLEVEL%

:server
call :build programs "server,client-fx" process-classes || exit /b 1
"%JAVA%" "@%LAUNCH%\server.args" %REST%
exit /b %ERRORLEVEL%

:replay
call :build programs "server,client-fx" process-classes || exit /b 1
"%JAVA%" "@%LAUNCH%\server.args" replay %REST%
exit /b %ERRORLEVEL%

:bench
call :build bench installer test-compile || exit /b 1
"%JAVA%" "@%LAUNCH%\bench.args" %REST%
exit /b %ERRORLEVEL%

:installer
cd /d "%ROOT%" && call mvnw.cmd -B -ntp -Papp-image package -DskipTests
exit /b %ERRORLEVEL%

:test
cd /d "%ROOT%"
if "%REST%"=="" call mvnw.cmd -B -ntp verify& goto tested
if "%REST%"==" --fast" call mvnw.cmd -B -ntp -T1C -pl shared-protocol,server,client-fx test "-Dtests.excluded=slow | long" "-Dtests.tuning=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dtutti.hurry=true"& goto tested
if "%REST%"==" --long" call mvnw.cmd -B -ntp verify "-Dtests.excluded="& goto tested
echo tutti: test takes --fast or --long, not%REST%
exit /b 1
:tested
exit /b %ERRORLEVEL%

rem Every fault in its long form, or with --short in the one that every test run includes.
:reliability
set "FORM=long"
set "LEFT_OUT="
if "%REST%"=="" goto faults
if not "%REST%"==" --short" (
    echo tutti: reliability takes --short, not%REST%
    exit /b 1
)
set "FORM=short"
set "LEFT_OUT=long"
:faults
for /d %%m in ("%ROOT%\*") do if exist "%%m\target\surefire-reports" rmdir /s /q "%%m\target\surefire-reports"
cd /d "%ROOT%"
call mvnw.cmd -B -ntp test "-Dgroups=fault" "-Dtests.excluded=%LEFT_OUT%" "-Dmaven.test.redirectTestOutputToFile=true" || exit /b 1
"%JAVA%" -cp "%ROOT%\installer\target\classes" tutti.reliability.Main "%ROOT%" %FORM%
exit /b %ERRORLEVEL%

rem build NAME MODULES PHASE: here Maven itself finds out what is stale.
:build
if not exist "%LAUNCH%" mkdir "%LAUNCH%"
cd /d "%ROOT%"
rem The first build fetches much and takes long: it is watched. Later ones speak only of what went wrong.
if not exist "%ROOT%\client-fx\target\launch\module.path" (
    echo tutti: building for the first time; this fetches what it needs
    call mvnw.cmd -B -Dquick %3 -pl %~2 -am && goto built
    echo tutti: the build failed; what it said stands above
    exit /b 1
)
echo tutti: building what changed (output in target\launch\build.log)
call mvnw.cmd -B -ntp -Dquick %3 -pl %~2 -am >"%LAUNCH%\build.log" 2>&1
if errorlevel 1 (
    findstr /c:"[ERROR]" "%LAUNCH%\build.log"
    echo tutti: the build failed; all of its output is in target\launch\build.log
    exit /b 1
)
:built
call :read SERVER server class
call :read CLIENT client-fx class
call :read MODULES client-fx module
(
    echo -XX:+UseSerialGC -Xms64m -Xmx512m -Xmn12m -XX:SurvivorRatio=2 -XX:MaxHeapFreeRatio=50 -XX:-ShrinkHeapInSteps -XX:TrimNativeHeapInterval=10000 -Xlog:trimnative=off -XX:+ExitOnOutOfMemoryError -Dh2.objectCache=false
    echo -cp "%ROOT:\=\\%\\server\\target\\quick-classes;%SERVER:\=\\%"
    echo tutti.server.api.Main
) >"%LAUNCH%\server.args"
(
    echo -XX:+UseZGC
    echo --module-path "%MODULES:\=\\%"
    echo --add-modules javafx.controls
    echo --enable-native-access=javafx.graphics,ALL-UNNAMED
    echo -cp "%ROOT:\=\\%\\client-fx\\target\\quick-classes;%CLIENT:\=\\%"
    echo tutti.client.app.Main
) >"%LAUNCH%\client.args"
if not "%1"=="bench" exit /b 0
call :read BENCH installer class
(
    echo --enable-native-access=ALL-UNNAMED
    echo -cp "%ROOT:\=\\%\\installer\\target\\quick-classes;%ROOT:\=\\%\\server\\target\\test-quick-classes;%ROOT:\=\\%\\client-fx\\target\\test-quick-classes;%BENCH:\=\\%;%MODULES:\=\\%"
    echo tutti.bench.Main
) >"%LAUNCH%\bench.args"
exit /b 0

rem read VARIABLE MODULE KIND: the path that Maven wrote for a module.
:read
for /f "usebackq delims=" %%p in ("%ROOT%\%2\target\launch\%3.path") do set "%1=%%p"
exit /b 0

:find_jdk
set "JAVA="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try_jdk "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" ^
    "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*" ^
    "%USERPROFILE%\scoop\apps\*jdk*") do call :try_jdk "%%~d"
exit /b 0

rem offer_jdk: installs one after a yes where winget is; else prints the command.
:offer_jdk
echo tutti: no JDK 25 or newer found (looked at JAVA_HOME, PATH and the usual folders)
set "WINGET=winget install --exact --id EclipseAdoptium.Temurin.25.JDK"
where winget >nul 2>&1 || exit /b 0
set "ANSWER=%YES%"
if not defined ANSWER set /p "ANSWER=tutti: install Temurin 25 with winget? [y/N] "
for %%a in (true y yes) do if /i "%ANSWER%"=="%%a" goto install_jdk
echo tutti: to install it yourself, run:  %WINGET%
exit /b 0
:install_jdk
%WINGET% --accept-package-agreements --accept-source-agreements
if errorlevel 1 echo tutti: that failed; to see why, run:  %WINGET%
call :find_jdk
exit /b 0

rem try_jdk HOME: takes it if it is a JDK of 25 or newer and none was taken yet.
:try_jdk
if defined JAVA exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do (
    for /f "delims=." %%m in (%%v) do call :take_jdk %%m "%~f1"
)
exit /b 0

:take_jdk
if %~1 LSS 25 exit /b 0
set "JAVA_HOME=%~2"
set "JAVA=%~2\bin\java.exe"
exit /b 0

:usage
echo tutti run [--bind ADDR] [options]   build what is stale, open the window on the demo beat
echo tutti test [--fast ^| --long]        everything that CI checks, without a display
echo tutti reliability [--short]         every fault in its long form; writes docs\reliability.md
echo tutti server [options]              the server alone; --help lists its options
echo tutti replay FILE [--bisect LAW]    do an exported history again; which row breaks which law?
echo tutti installer                     a package with its own Java runtime
echo tutti bench [name [argument...]]    measure; prints lines "figure NAME VALUE UNIT"
echo tutti help                          this text
echo.
echo --yes ^(or CI=true^) answers yes where something is missing and may be installed.
exit /b 0
